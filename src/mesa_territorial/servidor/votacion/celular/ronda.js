// La ronda: cada 3 a 5 segundos se pregunta si algo cambió; casi siempre la respuesta es «no».
let sonda = 0;
let huella = "";

function sondear() {
  clearTimeout(sonda);
  if (document.hidden) return;
  pedir("GET", "estado", null, huella, (codigo, anuncio, nueva) => {
    if (codigo === 200) {
      huella = nueva;
      alAnunciar(anuncio);
    }
    alAlcanzar(codigo === 200 || codigo === 304);
    sonda = setTimeout(sondear, 3000 + Math.random() * 2000);
  });
}

function alAlcanzar(llega) {
  if (!llega && !pendientes().length) avisar("Sin conexión. Lo ya guardado está a salvo.", "espera");
  if (llega && senal.className === "espera") {
    avisar(pendientes().length ? SIN_RED : "Hay conexión otra vez.", "");
    enviar();
  }
}

function alAnunciar(anuncio) {
  const antes = D.anuncio;
  const perdidas = anuncio.ronda === local.r ? 0 : pendientes().length;
  // El mismo código ya es de otra votación.
  if (anuncio.clave !== D.clave) return location.reload();
  D.anuncio = anuncio;
  if (anuncio.ronda !== local.r) {
    if (local.r) local.antes = valores(local.v);
    Object.assign(local, { r: anuncio.ronda, v: {}, q: 0 });
    lugar = 0;
    guardarLocal();
  }
  const cambio = antes.ronda !== anuncio.ronda || antes.estado !== anuncio.estado;
  if (!cambio && (anuncio.estado === "abierta" || !anuncio.resultado)) return;
  pintar();
  if (cambio) {
    enfocar(cuerpo.querySelector("h2"));
    if (anuncio.estado === "abierta") avisar("Comenzó la ronda " + anuncio.ronda + ".", "bien");
    if (perdidas) avisar("De la ronda anterior no alcanzaron a llegar: " + perdidas + ".", "mal");
  }
}

// «influencia 3,4 · interés 2» o «3»; vacío si no hay nada que decir.
function decirValores(x) {
  if (D.tipo !== "actores") return x[x.length - 1] == null ? "" : numero(x[x.length - 1]);
  const ejes = ["influencia", "interés"].map((e, n) => (x[n] == null ? "" : e + " " + numero(x[n])));
  return ejes.filter(Boolean).join(" · ");
}

function delGrupo(opcion) {
  const resultado = D.anuncio.resultado;
  return resultado && resultado.opciones[opcion] ? decirValores(resultado.opciones[opcion]) : "";
}

function pintarMomento() {
  const resultado = D.anuncio.resultado;
  const esta = resultado && resultado.ronda === local.r;
  poner(cuerpo, h("h2", {}, D.momentos[D.anuncio.estado]), esta ? resumen(resultado) : null);
}

function resumen(resultado) {
  const filas = D.opciones.filter((o) => delGrupo(o[0])).map((o) => {
    const propio = decirValores(valor(o[0]));
    return h(
      "li",
      {},
      h("strong", {}, o[1]),
      h("span", {}, "El grupo: " + delGrupo(o[0])),
      propio ? h("span", {}, "Usted: " + propio) : null
    );
  });
  const aviso = "Se muestra sólo lo que tiene al menos " + resultado.minimo + " respuestas.";
  return h("div", {}, h("p", { class: "suave" }, aviso), h("ul", { class: "lista" }, filas));
}

// En la segunda ronda: qué dijo usted antes y qué dijo el grupo.
function recuerdo(opcion) {
  const propio = local.antes[opcion] ? decirValores(local.antes[opcion]) : "";
  const grupo = local.r > 1 ? delGrupo(opcion) : "";
  const partes = [propio && "usted: " + propio, grupo && "el grupo: " + grupo].filter(Boolean);
  const texto = "En la primera ronda, " + partes.join("; ") + ".";
  return partes.length ? h("p", { class: "suave" }, texto) : null;
}
