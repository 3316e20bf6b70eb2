"use strict";
(async () => {
  const byId = (id) => document.getElementById(id);
  const inflate = async (id) => {
    const packed = Uint8Array.from(atob(byId(id).textContent), (char) => char.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };
  const chart = byId("chart"), card = byId("card"), words = byId("words"), lane = byId("lane"), by = byId("by"), times = byId("times");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let data, time, column = null, at = -1, shown = null, opener = null;

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

  const rows = new Map([...document.querySelectorAll("#events tbody tr[data-n]")].map((row) => [Number(row.dataset.n), row]));
  const texts = data.events.map((event) => [event.date, event.title, event.sentence, event.source, ...event.facts.map((fact) => fact[1]), ...event.others.map((other) => other.by + " " + other.text)].join(" ").toLowerCase());

  const matching = () => {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const lanes = data.lanes.find((choice) => choice.key === by.value);
    const inside = column || (time && time.events) ? new Set(column || time.events) : null;
    return data.events.map((event, index) => (!inside || inside.has(index)) && (!lane.value || lanes.of[index] === Number(lane.value)) && asked.every((word) => texts[index].includes(word)));
  };

  const size = () => {
    const room = document.documentElement.clientWidth;
    return room >= data.sizes[0] ? data.sizes[0] : room >= 760 ? data.sizes[1] : 0;
  };

  // The figures are stored light; a dark one has the same shapes in the colours of the other look.
  const COLOUR = /"#[0-9a-f]{6}"|rgba\(\d+,\d+,\d+,[\d.]+\)/g;
  const darkened = (text) => text.replace(COLOUR, (found) => {
    if (found[0] === '"') return '"' + (data.dark[found.slice(1, -1)] || found.slice(1, -1)) + '"';
    const cut = found.lastIndexOf(",");
    return data.dark[found] || (data.dark[found.slice(0, cut)] || found.slice(0, cut)) + found.slice(cut);
  });
  const chosen = () => [time.key, by.value, size()].join("|");

  const drawn = () => {
    const text = JSON.stringify(data.figures[chosen()]);
    const figure = JSON.parse(dark.matches ? darkened(text) : text);
    const kept = matching();
    const strength = (number) => (Array.isArray(number) ? number.some((one) => kept[one]) : kept[number]) ? 1 : 0.12;
    for (const trace of figure.data) {
      if (trace.customdata) trace.marker.opacity = trace.customdata.map(strength);
      if (trace.name === "events" || trace.name === "spans") trace.hovertext = trace.customdata.map((number) => data.told[number] || "");
    }
    for (const note of figure.layout.annotations) if (note.name) note.opacity = strength(note.name);
    const place = at >= 0 && places(figure).get(at);
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
      if (trace.name === "open" || Array.isArray(id)) return;
      const x = bar ? Date.parse(trace.base[index].replace(" ", "T") + (trace.base[index].length > 10 ? "Z" : "")) + trace.x[index] / 2 : trace.x[index];
      found.set(id, { x, y: trace.y[index], xaxis: trace.xaxis });
    });
    return found;
  };

  const paint = async () => {
    const wide = window.Plotly && time ? size() : 0;
    chart.hidden = byId("keys").hidden = byId("by-label").hidden = !wide;
    times.hidden = !wide || data.times.length < 2;
    const kept = matching();
    rows.forEach((row, index) => { row.hidden = !kept[index]; row.classList.toggle("open", index === at); });
    byId("count").textContent = kept.filter(Boolean).length + " of " + kept.length;
    if (!wide) return;
    const figure = drawn();
    await Plotly.react(chart, figure.data, figure.layout, data.config);
    shown = wide;
    {
      chart.removeAllListeners("plotly_click");
      chart.on("plotly_click", (click) => {
        const of = click.points[0].customdata;
        if (Array.isArray(of) && of.length > 1) return narrow(of);
        if (of !== undefined) open(Number(of), chart);
      });
    }
  };

  // A column stands for many events: a click leaves these in the table.
  const narrow = (of) => {
    column = of;
    byId("column").hidden = !of;
    if (of) byId("column").firstElementChild.textContent = "The table shows the " + of.length + " events of one column.";
    paint();
  };

  const option = (value, words) => Object.assign(document.createElement("option"), { value, textContent: words });
  const offerLanes = () => {
    const choice = data.lanes.find((one) => one.key === by.value);
    lane.replaceChildren(option("", "all lanes"), ...choice.names.flatMap((name, index) => (name ? [option(index, name)] : [])));
    lane.parentElement.hidden = choice.names.length < 2;
    rows.forEach((row, index) => {
      const colour = choice.colours[choice.of[index]];
      row.querySelector(".swatch").style.background = dark.matches ? data.dark[colour] || colour : colour;
    });
  };
  const offer = () => {
    const lanes = data.lanes.filter((one) => data.figures[[time.key, one.key, data.sizes[0]].join("|")]);
    const before = by.value;
    by.replaceChildren(...lanes.map((one) => option(one.key, one.words)));
    if (lanes.some((one) => one.key === before)) by.value = before;
    else offerLanes();
    for (const button of times.children) button.setAttribute("aria-pressed", button.dataset.key === time.key);
  };
  const turn = (key) => {
    time = data.times.find((one) => one.key === key);
    offer();
    narrow(null);
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
  by.addEventListener("input", () => { offerLanes(); paint(); });
  times.addEventListener("click", (event) => { const button = event.target.closest("button"); if (button) turn(button.dataset.key); });
  byId("column").lastElementChild.addEventListener("click", () => { narrow(null); chart.focus(); });
  lane.addEventListener("input", paint);
  dark.addEventListener("change", () => { if (time) offerLanes(); paint(); });
  let late = 0;
  addEventListener("resize", () => { clearTimeout(late); late = setTimeout(() => size() !== shown && paint(), 150); });
  times.append(...data.times.map((one) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: one.words });
    button.dataset.key = one.key;
    return button;
  }));
  byId("filter").hidden = false;
  time = data.times[0];
  if (time) { offer(); offerLanes(); }
  await paint();
  document.documentElement.dataset.ready = "yes";
})();
