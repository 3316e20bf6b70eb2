"use strict";
(async () => {
  const byId = (id) => document.getElementById(id);
  const inflate = async (id) => {
    const packed = Uint8Array.from(atob(byId(id).textContent), (char) => char.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };
  const chart = byId("chart"), card = byId("card"), words = byId("words"), lane = byId("lane"), by = byId("by"), times = byId("times"), least = byId("least"), ring = byId("ring");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let data, time, column = null, at = -1, shown = null, opener = null, spots = new Map(), most = 0;

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

  const made = (name, ...within) => { const one = document.createElement(name); one.append(...within); return one; };
  const quoted = ({ sentence, mark: [from, to] }) => (to > from ? [sentence.slice(0, from), made("mark", sentence.slice(from, to)), sentence.slice(to)] : [sentence]);
  const linked = (event, words) => Object.assign(made("a", words), { href: event.url, rel: "noopener noreferrer" });
  const aside = (words) => (words ? [Object.assign(made("span", words), { className: "aside" })] : []);

  // A long table holds its first rows only; more are made when they are looked at, each as `offline.py` writes it.
  const tbody = document.querySelector("#events tbody");
  const rows = new Map([...tbody.querySelectorAll("tr[data-n]")].map((row) => [Number(row.dataset.n), row]));
  const BATCH = most = rows.size;
  const rowOf = (number) => {
    if (!rows.has(number)) {
      const event = data.events[number], source = event.source || event.url;
      const others = event.others.filter((other) => !other.agrees).flatMap((other) => [made("br"), ...aside(other.by + ": " + other.text)]);
      const row = made("tr",
        made("td", Object.assign(made("button", event.date), { type: "button" }), ...aside(event.status !== "happened" && event.status)),
        made("td", Object.assign(made("span"), { className: "swatch" }), event.title),
        made("td", ...quoted(event), ...others),
        made("td", event.url ? linked(event, source) : source, ...aside(event.articles)));
      row.dataset.n = number;
      rows.set(number, row);
    }
    return rows.get(number);
  };
  const list = (kept) => {
    const all = [...kept.keys()].filter((number) => kept[number]), some = all.slice(0, most);
    const choice = data.lanes.find((one) => one.key === by.value);
    if (data.events.length) tbody.replaceChildren(...some.map(rowOf));
    for (const number of choice ? some : []) {
      const colour = choice.colours[choice.of[number]];
      rows.get(number).querySelector(".swatch").style.cssText = "--light:" + colour + ";--dark:" + (data.dark[colour] || colour);
    }
    byId("more").hidden = some.length === all.length;
    byId("more").firstElementChild.textContent = "The first " + some.length.toLocaleString("en") + " of " + all.length.toLocaleString("en") + " events.";
    byId("count").textContent = all.length.toLocaleString("en") + " of " + kept.length.toLocaleString("en");
  };
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
      if (trace.name === "events" || trace.name === "spans") trace.hovertext = trace.customdata.map((number) => data.events[number].told || "");
    }
    for (const note of figure.layout.annotations) if (note.name) Object.assign(note, { opacity: strength(note.name), captureevents: true });
    figure.layout.uirevision = chosen(); // what was moved or enlarged belongs to one view
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

  // The ring round the chosen event lies over the chart, so that no panel cuts it off and a step draws nothing anew.
  const circle = () => {
    rows.forEach((row, index) => row.classList.toggle("open", index === at));
    const spot = shown && spots.get(at), axes = chart._fullLayout;
    ring.hidden = !spot;
    if (!spot) return;
    const across = axes[spot.xaxis.replace("x", "xaxis")], x = across.d2p(spot.x);
    ring.hidden = x < 0 || x > across._length;
    ring.style.left = across._offset + x + "px";
    ring.style.top = axes.yaxis._offset + axes.yaxis.d2p(spot.y) + "px";
  };

  const paint = async () => {
    const wide = window.Plotly && time ? size() : 0;
    chart.hidden = byId("keys").hidden = !wide;
    byId("by-label").hidden = !wide || by.options.length < 2;
    times.hidden = !wide || data.times.length < 2;
    list(matching());
    if (wide) {
      const figure = drawn();
      await Plotly.react(chart, figure.data, figure.layout, data.config);
      spots = places(figure);
      chart.append(ring);
      if (!shown) {
        for (const moved of ["plotly_relayout", "plotly_relayouting", "plotly_doubleclick"]) chart.on(moved, circle);
        chart.on("plotly_click", (click) => {
          const of = click.points[0].customdata;
          if (Array.isArray(of) && of.length > 1) return narrow(of);
          if (of !== undefined) open(Number(of), chart);
        });
        chart.on("plotly_clickannotation", (click) => { if (click.annotation.name) open(Number(click.annotation.name), chart); });
      }
      shown = wide;
    }
    circle();
  };

  // A column stands for many events: a click leaves these in the table.
  const narrow = (of) => {
    column = of;
    most = BATCH;
    byId("column").hidden = !of;
    if (of) byId("column").firstElementChild.textContent = "The table shows the " + of.length.toLocaleString("en") + " events of one column.";
    paint();
  };

  // Gaps are those of the lanes that are shown; the reader says how long one must be to matter.
  const offerGaps = (choice) => {
    const gaps = choice.gaps.filter((gap) => gap[1] >= Number(least.value));
    byId("gaps").hidden = !choice.gaps.length;
    byId("gap-count").textContent = gaps.length.toLocaleString("en");
    byId("gaps").querySelector("ul").replaceChildren(...gaps.map(([name, , words]) => made("li", made("b", name || "All events"), " " + words)));
  };

  const option = (value, words) => Object.assign(document.createElement("option"), { value, textContent: words });
  const offerLanes = () => {
    const choice = data.lanes.find((one) => one.key === by.value);
    lane.replaceChildren(option("", "all lanes"), ...choice.names.flatMap((name, index) => (name ? [option(index, name)] : [])));
    lane.parentElement.hidden = choice.names.length < 2;
    offerGaps(choice);
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
    byId("card-sentence").replaceChildren(...quoted(event));
    const facts = event.facts.flatMap(([name, value]) => [made("dt", name), made("dd", value)]);
    if (event.url) facts.push(made("dt", "Address"), made("dd", linked(event, event.url)));
    byId("card-facts").replaceChildren(...facts);
  };

  const tellers = (event) => {
    const details = byId("card-others");
    details.hidden = !event.others.length;
    details.open = event.others.some((other) => other.by.endsWith("(another date)"));
    details.querySelector("summary").textContent = "Also told here (" + event.others.length + ")";
    details.querySelector("div").replaceChildren(...event.others.flatMap((other) => [made("p", other.by), made("blockquote", other.text)]));
  };

  const point = (number) => {
    at = number;
    byId("told").textContent = data.events[at].date + ": " + data.events[at].title;
    if (!card.hidden) fill(at);
    circle();
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
    const { top, bottom } = ring.getBoundingClientRect();
    if (!ring.hidden && (top < 0 || bottom > innerHeight)) ring.scrollIntoView({ block: "center" });
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
  words.addEventListener("input", () => { most = BATCH; paint(); });
  least.addEventListener("input", () => offerGaps(data.lanes.find((one) => one.key === by.value)));
  byId("more").lastElementChild.addEventListener("click", () => { most += 1000; list(matching()); circle(); });
  by.addEventListener("input", () => { offerLanes(); paint(); });
  times.addEventListener("click", (event) => { const button = event.target.closest("button"); if (button) turn(button.dataset.key); });
  byId("column").lastElementChild.addEventListener("click", () => { narrow(null); chart.focus(); });
  lane.addEventListener("input", () => { most = BATCH; paint(); });
  dark.addEventListener("change", paint);
  let late = 0;
  addEventListener("resize", () => { clearTimeout(late); late = setTimeout(() => size() !== shown && paint(), 150); });
  times.append(...data.times.map((one) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: one.words });
    button.dataset.key = one.key;
    return button;
  }));
  byId("filter").hidden = least.parentElement.hidden = false;
  time = data.times[0];
  if (time) { offer(); offerLanes(); }
  await paint();
  document.documentElement.dataset.ready = "yes";
})();
