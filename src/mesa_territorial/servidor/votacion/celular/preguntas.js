// Uno por uno: una opción a la vez, con sus preguntas grandes.
function pintarPregunta() {
  const opcion = D.opciones[lugar];
  const ultima = lugar === D.opciones.length - 1;
  const rotulo = () => (ultima ? "Terminar" : respondida(opcion[0]) ? "Siguiente" : "Saltar");
  const seguir = boton(rotulo(), () => ir(lugar + 1), { class: "principal" });
  poner(
    cuerpo,
    selectorDeVista(),
    avance(),
    h("h2", {}, opcion[1]),
    opcion[2] ? h("p", {}, opcion[2]) : null,
    recuerdo(opcion[0]),
    D.preguntas.map((p, n) => pregunta(opcion, p, n, () => poner(seguir, document.createTextNode(rotulo())))),
    h("div", { class: "nav" }, boton("Volver", () => ir(lugar - 1), { disabled: lugar === 0 }), seguir)
  );
}

function avance() {
  const total = D.opciones.length;
  return h(
    "p",
    { class: "avance" },
    lugar + 1 + " de " + total,
    h("progress", { max: total, value: lugar + 1, "aria-hidden": "true" })
  );
}

function pregunta(opcion, datos, n, alResponder) {
  const actual = valor(opcion[0])[n];
  const elegir = (nota) => {
    const nuevos = D.preguntas.map((_, m) => (m === n ? nota : valorO(opcion[0], m)));
    marcar({ [opcion[0]]: nuevos });
    alResponder();
  };
  const notas = datos[2].map((palabra, i) =>
    h(
      "label",
      {},
      h("input", { type: "radio", name: datos[0], value: i + 1, checked: actual === i + 1, "on:change": () => elegir(i + 1) }),
      h("span", {}, h("b", {}, String(i + 1)), " " + palabra)
    )
  );
  const media = actual % 1 ? h("p", { class: "suave" }, "En el tablero la dejó en " + numero(actual) + ".") : null;
  return h("fieldset", {}, h("legend", {}, datos[1]), media, h("div", { class: "notas" }, notas));
}

function valorO(opcion, n) {
  const x = valor(opcion)[n];
  return x === undefined ? null : x;
}

function ir(a) {
  if (a < 0) return;
  lugar = a;
  pintar();
  enfocar(cuerpo.querySelector("h2"));
}

function pintarFinal() {
  const faltan = D.opciones.filter((o) => !completa(o[0]));
  const van = D.opciones.length - faltan.length;
  poner(
    cuerpo,
    selectorDeVista(),
    h("h2", {}, "Respondió " + van + " de " + D.opciones.length),
    h("p", {}, "Puede cambiar lo que quiera mientras la ronda esté abierta."),
    faltan.length ? h("p", {}, "Le faltan:") : null,
    h("ul", { class: "lista" }, faltan.map((o) => h("li", {}, boton(o[1], () => ir(D.opciones.indexOf(o)))))),
    h("div", { class: "nav" }, boton("Revisar desde el comienzo", () => ir(0)))
  );
}

function completa(opcion) {
  return D.preguntas.every((_, n) => valorO(opcion, n) !== null);
}
