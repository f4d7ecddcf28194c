// La cola: lo que aún no tiene acuse vive en el teléfono y se envía solo, en orden.
const LLAVE = "mesa-voto-" + D.clave;
const SIN_RED = "Sin conexión: queda en su teléfono y se enviará solo.";
let enVuelo = false;
let intentos = 0;
let reloj = 0;
const local = abrirLocal();

// v: por opción, x es lo respondido y p el orden del envío que falta (0: ya hay acuse).
function abrirLocal() {
  const hoy = { r: D.anuncio.ronda, n: D.orden, s: D.sector, q: 0, v: {}, antes: {}, tarde: 0 };
  for (const o of Object.keys(D.mios)) hoy.v[o] = { x: D.mios[o], p: 0 };
  const previo = leerLocal();
  if (!previo) return hoy;
  hoy.s = previo.s || hoy.s;
  hoy.c = previo.c;
  if (previo.r === hoy.r) {
    hoy.n = Math.max(hoy.n, previo.n);
    hoy.q = previo.q;
    hoy.antes = previo.antes;
    for (const o of Object.keys(previo.v)) if (previo.v[o].p) hoy.v[o] = previo.v[o];
  } else {
    hoy.antes = valores(previo.v);
    hoy.tarde = Object.keys(previo.v).filter((o) => previo.v[o].p).length;
  }
  return hoy;
}

function leerLocal() {
  try {
    return JSON.parse(localStorage.getItem(LLAVE));
  } catch (e) {
    return null;
  }
}

function guardarLocal() {
  try {
    localStorage.setItem(LLAVE, JSON.stringify(local));
  } catch (e) {
    // Sin memoria en el teléfono la cola vive mientras la página esté abierta.
  }
}

function valores(votos) {
  const sueltos = {};
  for (const o of Object.keys(votos)) sueltos[o] = votos[o].x;
  return sueltos;
}

function nuevoOrden() {
  const otra = leerLocal();
  // Otra pestaña del mismo teléfono lleva la misma cuenta.
  local.n = Math.max(local.n, otra && otra.r === local.r ? otra.n : 0) + 1;
  return local.n;
}

function valor(opcion) {
  return local.v[opcion] ? local.v[opcion].x : [];
}

function respondida(opcion) {
  return valor(opcion).some((x) => x !== null && x !== undefined);
}

// Anota lo respondido, {opción: valores}, y lo envía.
function marcar(cambios) {
  const p = nuevoOrden();
  for (const o of Object.keys(cambios)) local.v[o] = { x: cambios[o], p: p };
  guardarLocal();
  enviar();
}

function pendientes() {
  return Object.keys(local.v).filter((o) => local.v[o].p);
}

function aMarca(o) {
  const x = local.v[o].x;
  return D.tipo === "actores" ? { o: o, i: x[0], t: x[1] } : { o: o, v: x[0] };
}

function enviar() {
  clearTimeout(reloj);
  const claves = pendientes();
  if (enVuelo || !(claves.length || local.q)) return;
  const ordenes = {};
  for (const o of claves) ordenes[o] = local.v[o].p;
  const n = Math.max(local.q, ...claves.map((o) => ordenes[o]));
  const lote = { r: local.r, n: n, s: local.s || null, v: claves.map(aMarca) };
  enVuelo = true;
  senal.className = "enviando";
  pedir("POST", "votos", JSON.stringify(lote), null, (codigo, respuesta) => {
    enVuelo = false;
    if (codigo === 200) alGuardar(ordenes, n, respuesta.n);
    else if (codigo === 409 || codigo === 400) alRechazar(codigo, claves.length, respuesta.frase);
    else if (codigo === 403) alFaltarTestigo();
    else alFallar();
  });
}

function alGuardar(ordenes, n, conocido) {
  const claves = Object.keys(ordenes);
  for (const o of claves) if (local.v[o] && local.v[o].p === ordenes[o]) local.v[o].p = 0;
  if (local.q <= n) local.q = 0;
  local.n = Math.max(local.n, conocido);
  local.c = 0;
  intentos = 0;
  guardarLocal();
  const una = claves.length === 1 && D.opciones.filter((o) => o[0] === claves[0])[0];
  avisar(una ? "✓ Guardado: " + una[1] : "✓ Guardado", "bien");
  enviar();
}

function alRechazar(codigo, cuantas, frase) {
  for (const o of pendientes()) local.v[o].p = 0;
  local.q = 0;
  guardarLocal();
  const perdidas = codigo === 409 && cuantas ? " No alcanzaron a llegar: " + cuantas + "." : "";
  avisar((frase || "Esa respuesta no se pudo guardar.") + perdidas, "mal");
  if (codigo === 409) sondear();
}

function alFaltarTestigo() {
  // La página trae un testigo nuevo; si ni así, el navegador no lo está guardando.
  if (local.c) {
    avisar("Permita las cookies de esta página para que su respuesta se guarde.", "mal");
    return;
  }
  local.c = 1;
  guardarLocal();
  location.reload();
}

function alFallar() {
  intentos += 1;
  avisar(SIN_RED, "espera");
  // Al azar, para que doscientos teléfonos no vuelvan todos en el mismo instante.
  const tope = Math.min(30000, 1000 * Math.pow(2, intentos));
  reloj = setTimeout(enviar, tope * (0.5 + Math.random() / 2));
}
