// El tablero: hacia la derecha más interés, hacia arriba más influencia; de medio en medio punto.
function pintarTablero() {
  let elegida = null;
  const titulo = h("h2", { class: "corto" }, "Ubique a cada actor");
  const plano = h("div", { class: "plano", role: "group", "aria-label": "Tablero" });
  const bandeja = h("div", { class: "bandeja", role: "group", "aria-label": "Sin ubicar" });
  const ejes = ["Más influencia ↑", "Más interés →"].map((t, n) => h("span", { class: "eje e" + n, "aria-hidden": "true" }, t));

  const decir = (o) => o[1] + ": " + (respondida(o[0]) ? decirValores(valor(o[0])) : "sin ubicar");

  function elegir(o) {
    elegida = o;
    titulo.textContent = decir(o);
    for (const f of fichas) f.nodo.setAttribute("aria-pressed", f.o === o ? "true" : "false");
  }

  function llevar(f, i, t) {
    const justo = (x) => Math.min(5, Math.max(1, Math.round(x * 2) / 2));
    marcar({ [f.o[0]]: i === null ? [null, null] : [justo(i), justo(t)] });
    ubicar(f);
    f.nodo.focus({ preventScroll: true });
    elegir(f.o);
    dicho.textContent = decir(f.o);
  }

  function ubicar(f) {
    const x = valor(f.o[0]);
    const puesta = respondida(f.o[0]);
    const corrido = ((f.n % 3) - 1) * 9;
    // A quien sólo tiene una de las dos respuestas se lo muestra al medio de la otra.
    f.nodo.style.left = puesta ? "calc(" + ((x[1] || 3) - 1) * 25 + "% + " + corrido + "px)" : "";
    f.nodo.style.bottom = puesta ? "calc(" + ((x[0] || 3) - 1) * 25 + "% + " + ((f.n % 2) * 12 - 6) + "px)" : "";
    f.nodo.setAttribute("aria-label", f.n + 1 + " " + decir(f.o));
    const donde = puesta ? interior : bandeja;
    if (f.nodo.parentNode !== donde) donde.appendChild(f.nodo);
  }

  function desdePunto(e) {
    const r = interior.getBoundingClientRect();
    const t = 1 + (4 * (e.clientX - r.left)) / r.width;
    const i = 1 + (4 * (r.bottom - e.clientY)) / r.height;
    const dentro = t > 0.3 && t < 5.7 && i > 0.3 && i < 5.7;
    return dentro ? [i, t] : null;
  }

  function conTeclado(f, e) {
    const paso = { ArrowLeft: [0, -0.5], ArrowRight: [0, 0.5], ArrowUp: [0.5, 0], ArrowDown: [-0.5, 0] }[e.key];
    if (e.key === "Delete" || e.key === "Backspace") llevar(f, null, null);
    else if (paso) llevar(f, (valor(f.o[0])[0] || 3) + paso[0], (valor(f.o[0])[1] || 3) + paso[1]);
    else return;
    e.preventDefault();
  }

  function conDedo(f) {
    let inicio = null;
    let movida = false;
    f.nodo.addEventListener("pointerdown", (e) => {
      inicio = e;
      movida = false;
      f.nodo.setPointerCapture(e.pointerId);
    });
    f.nodo.addEventListener("pointermove", (e) => {
      if (!inicio) return;
      const dx = e.clientX - inicio.clientX;
      const dy = e.clientY - inicio.clientY;
      movida = movida || Math.abs(dx) + Math.abs(dy) > 8;
      if (movida) f.nodo.style.transform = "translate(" + dx + "px," + dy + "px)";
    });
    const soltar = (e) => {
      f.nodo.style.transform = "";
      const llega = inicio && movida && e.type === "pointerup";
      inicio = null;
      if (!llega) return;
      const punto = desdePunto(e);
      llevar(f, punto ? punto[0] : null, punto ? punto[1] : null);
    };
    f.nodo.addEventListener("pointerup", soltar);
    f.nodo.addEventListener("pointercancel", soltar);
  }

  const interior = h("div", { class: "interior" });
  const fichas = D.opciones.map((o, n) => {
    const f = { o: o, n: n, nodo: null };
    f.nodo = boton("", (e) => { e.stopPropagation(); elegir(o); }, { class: "ficha", "aria-pressed": "false", "on:keydown": (e) => conTeclado(f, e) });
    f.nodo.appendChild(h("b", {}, String(n + 1)));
    f.nodo.appendChild(h("span", {}, " " + o[1]));
    conDedo(f);
    ubicar(f);
    return f;
  });
  plano.addEventListener("click", (e) => {
    const f = fichas.filter((x) => x.o === elegida)[0];
    const punto = f && desdePunto(e);
    if (punto) llevar(f, punto[0], punto[1]);
  });
  plano.appendChild(interior);
  ejes.forEach((e) => plano.appendChild(e));
  const ayuda = "Arrastre cada actor, o tóquelo y toque su lugar. Con teclado: flechas; Suprimir lo devuelve.";
  poner(cuerpo, selectorDeVista(), titulo, bandeja, plano, h("p", { class: "suave" }, ayuda));
}

function selectorDeVista() {
  if (D.tipo !== "actores") return null;
  const cambiar = (cual) => () => {
    vista = cual;
    if (lugar >= D.opciones.length) lugar = 0;
    pintar();
    cuerpo.querySelector("[aria-pressed=true]").focus();
  };
  const uno = (cual, texto) => boton(texto, cambiar(cual), { "aria-pressed": vista === cual ? "true" : "false" });
  return h("div", { class: "nav vistas", role: "group", "aria-label": "Cómo responder" }, uno("una", "Uno por uno"), uno("tablero", "En un tablero"));
}
