"use strict";
(async () => {
  const byId = (id) => document.getElementById(id);
  const inflate = async (id) => {
    const packed = Uint8Array.from(atob(byId(id).textContent), (char) => char.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };
  const chart = byId("chart"), card = byId("card"), words = byId("words"), lane = byId("lane");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let data, at = -1, shown = null, opener = null;

  try {
    data = JSON.parse(await inflate("data"));
    const code = document.createElement("script");
    code.textContent = await inflate("plotly");
    document.head.append(code);
    if (!window.Plotly) throw new Error("no Plotly");
  } catch (fault) {
    byId("failed").hidden = false;
    if (!data) return;
  }

  const numbers = new Map(data.events.map((event, index) => [event.id, index]));
  const rows = new Map([...document.querySelectorAll("#events tbody tr[data-n]")].map((row) => [Number(row.dataset.n), row]));
  const texts = data.events.map((event) => [event.date, event.title, event.sentence, event.source, ...event.facts.map((fact) => fact[1]), ...event.others.map((other) => other.by + " " + other.text)].join(" ").toLowerCase());

  const matching = () => {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    return data.events.map((event, index) => (!lane.value || event.lane === lane.value) && asked.every((word) => texts[index].includes(word)));
  };

  const size = () => {
    const room = document.documentElement.clientWidth;
    return room >= data.sizes[0] ? data.sizes[0] : room >= 760 ? data.sizes[1] : 0;
  };

  const drawn = () => {
    const figure = structuredClone(data.figures[(dark.matches ? "dark" : "light") + size()]);
    const kept = matching();
    const strength = (id) => (!numbers.has(id) || kept[numbers.get(id)] ? 1 : 0.12);
    for (const trace of figure.data) if (trace.customdata) trace.marker.opacity = trace.customdata.map(strength);
    for (const note of figure.layout.annotations) if (note.name) note.opacity = strength(note.name);
    const place = at >= 0 && places(figure).get(data.events[at].id);
    if (place) {
      figure.data.push({
        type: "scatter", mode: "markers", x: [place.x], y: [place.y], xaxis: place.xaxis, yaxis: "y", hoverinfo: "skip",
        marker: { symbol: "circle", size: 22, color: "rgba(0,0,0,0)", line: { width: 2.5, color: dark.matches ? data.ink[1] : data.ink[0] } },
      });
    }
    return figure;
  };

  const places = (figure) => {
    const found = new Map();
    for (const trace of figure.data) (trace.customdata || []).forEach((id, index) => {
      const bar = trace.type === "bar";
      if (bar && found.has(id)) return;
      if (trace.name === "open") return;
      const x = bar ? Date.parse(trace.base[index].replace(" ", "T") + (trace.base[index].length > 10 ? "Z" : "")) + trace.x[index] / 2 : trace.x[index];
      found.set(id, { x, y: trace.y[index], xaxis: trace.xaxis });
    });
    return found;
  };

  const paint = async () => {
    const wide = window.Plotly ? size() : 0;
    chart.hidden = byId("keys").hidden = !wide;
    const kept = matching();
    rows.forEach((row, index) => { row.hidden = !kept[index]; row.classList.toggle("open", index === at); });
    byId("count").textContent = kept.filter(Boolean).length + " of " + kept.length;
    if (!wide) return;
    const figure = drawn();
    await Plotly.react(chart, figure.data, figure.layout, data.config);
    if (shown !== wide) {
      shown = wide;
      chart.removeAllListeners("plotly_click");
      chart.on("plotly_click", (click) => {
        const number = numbers.get(click.points[0].customdata);
        if (number !== undefined) open(number, chart);
      });
    }
  };

  const fill = (number) => {
    const event = data.events[number];
    tellers(event);
    byId("card-date").textContent = event.date;
    byId("card-title").textContent = event.title;
    const quote = byId("card-sentence"), [from, to] = event.mark;
    quote.replaceChildren(event.sentence.slice(0, from));
    if (to > from) {
      const mark = document.createElement("mark");
      mark.textContent = event.sentence.slice(from, to);
      quote.append(mark, event.sentence.slice(to));
    }
    byId("card-facts").replaceChildren(...event.facts.flatMap(([name, value]) => {
      const term = document.createElement("dt"), told = document.createElement("dd");
      term.textContent = name;
      told.textContent = value;
      return [term, told];
    }));
    if (event.url) {
      const term = document.createElement("dt"), told = document.createElement("dd"), link = document.createElement("a");
      term.textContent = "Address";
      link.href = event.url;
      link.rel = "noopener noreferrer";
      link.textContent = event.url;
      told.append(link);
      byId("card-facts").append(term, told);
    }
  };

  const tellers = (event) => {
    const details = byId("card-others"), list = details.querySelector("div");
    details.hidden = !event.others.length;
    details.open = event.others.some((other) => other.by.endsWith("(another date)"));
    details.querySelector("summary").textContent = "Also told here (" + event.others.length + ")";
    list.replaceChildren(...event.others.flatMap((other) => {
      const by = document.createElement("p"), quote = document.createElement("blockquote");
      by.textContent = other.by;
      quote.textContent = other.text;
      return [by, quote];
    }));
  };

  const point = (number) => {
    at = number;
    byId("told").textContent = data.events[at].date + ": " + data.events[at].title;
    if (!card.hidden) fill(at);
    paint();
  };
  const open = (number, from) => {
    opener = from || opener;
    fill(number);
    card.hidden = false;
    point(number);
    byId("close").focus({ preventScroll: true });
  };
  const close = () => {
    card.hidden = true;
    if (opener) opener.focus({ preventScroll: true });
  };
  const step = (way) => {
    const kept = matching();
    if (!kept.some(Boolean)) return;
    let next = at < 0 && way < 0 ? kept.length : at;
    do next = (next + way + kept.length) % kept.length; while (!kept[next]);
    point(next);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden) return close();
    if (document.activeElement !== chart && !card.contains(document.activeElement)) return;
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (way) { event.preventDefault(); step(way); }
    if (event.key === "Enter" && at >= 0 && document.activeElement === chart) {
      event.preventDefault(); // else the same key would press the card's button that has the focus now
      open(at, chart);
    }
  });
  byId("close").addEventListener("click", close);
  byId("before").addEventListener("click", () => step(-1));
  byId("after").addEventListener("click", () => step(1));
  byId("events").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) open(Number(button.closest("tr").dataset.n), button);
  });
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", paint);
  lane.addEventListener("input", paint);
  dark.addEventListener("change", paint);
  let late = 0;
  addEventListener("resize", () => { clearTimeout(late); late = setTimeout(() => size() !== shown && paint(), 150); });
  byId("filter").hidden = false;
  await paint();
  document.documentElement.dataset.ready = "yes";
})();
