// Lo que se entrega completo: repartir puntos y ordenar.
function pintarPuntos() {
  const gastados = () => D.opciones.reduce((s, o) => s + (valor(o[0])[0] || 0), 0);
  const quedan = h("p", { class: "quedan", role: "status" });
  const filas = D.opciones.map((o) => {
    const cuenta = h("output", { "aria-label": "Puntos de " + o[1] });
    const cambiar = (d) => {
      if (d > 0 ? gastados() >= D.puntos : !valor(o[0])[0]) return;
      const todos = {};
      for (const x of D.opciones) todos[x[0]] = [valor(x[0])[0] || 0];
      todos[o[0]][0] += d;
      marcar(todos);
      refrescar();
    };
    const menos = boton("−", () => cambiar(-1), { "aria-label": "Quitar un punto a " + o[1] });
    const mas = boton("+", () => cambiar(1), { "aria-label": "Dar un punto a " + o[1] });
    const fila = h("li", {}, h("strong", {}, o[1]), o[2] ? h("span", {}, o[2]) : null, recuerdo(o[0]), h("div", { class: "nav" }, menos, cuenta, mas));
    return { fila: fila, cuenta: cuenta, menos: menos, mas: mas, opcion: o[0] };
  });
  // No se apaga un botón que tiene el foco: quien usa teclado lo perdería.
  const refrescar = () => {
    const resto = D.puntos - gastados();
    quedan.textContent = resto ? "Le quedan " + resto + " de " + D.puntos + " puntos" : "Ya repartió sus " + D.puntos + " puntos";
    for (const f of filas) {
      const suyos = valor(f.opcion)[0] || 0;
      f.cuenta.textContent = String(suyos);
      apagar(f.menos, suyos === 0);
      apagar(f.mas, resto === 0);
    }
  };
  poner(cuerpo, h("h2", {}, "Reparta " + D.puntos + " puntos"), quedan, h("ul", { class: "lista" }, filas.map((f) => f.fila)));
  refrescar();
}

function apagar(nodo, si) {
  nodo.setAttribute("aria-disabled", si ? "true" : "false");
}

function pintarOrden() {
  const puesto = (o) => valor(o[0])[0] || 999;
  const orden = D.opciones.slice().sort((a, b) => puesto(a) - puesto(b));
  const hecho = orden.every((o) => respondida(o[0]));
  const guardar = (nuevo) => {
    const todos = {};
    nuevo.forEach((o, n) => (todos[o[0]] = [n + 1]));
    marcar(todos);
    pintarOrden();
  };
  const mover = (n, d) => {
    const nuevo = orden.slice();
    nuevo.splice(n + d, 0, nuevo.splice(n, 1)[0]);
    guardar(nuevo);
    const otra = cuerpo.querySelectorAll("li")[n + d];
    const suyo = otra.querySelector(d < 0 ? ".sube" : ".baja");
    (suyo.disabled ? otra.querySelector("button:not([disabled])") : suyo).focus();
    dicho.textContent = orden[n][1] + ": lugar " + (n + d + 1) + " de " + orden.length;
  };
  const filas = orden.map((o, n) =>
    h(
      "li",
      {},
      h("strong", {}, hecho ? n + 1 + ". " + o[1] : o[1]),
      o[2] ? h("span", {}, o[2]) : null,
      recuerdo(o[0]),
      h(
        "div",
        { class: "nav" },
        boton("Subir", () => mover(n, -1), { class: "sube", disabled: n === 0, "aria-label": "Subir " + o[1] }),
        boton("Bajar", () => mover(n, 1), { class: "baja", disabled: n === orden.length - 1, "aria-label": "Bajar " + o[1] })
      )
    )
  );
  poner(
    cuerpo,
    h("h2", {}, "Ordene: arriba, lo primero"),
    h("ol", { class: "lista" }, filas),
    hecho ? null : boton("Guardar este orden", () => guardar(orden), { class: "principal" })
  );
}
