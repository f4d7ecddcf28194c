// Parte la página: pinta lo que toca, ofrece decir el sector y empieza a mirar la ronda.
function pintar() {
  if (D.anuncio.estado !== "abierta") pintarMomento();
  else if (D.tipo === "puntos") pintarPuntos();
  else if (D.tipo === "ranking") pintarOrden();
  else if (vista === "tablero") pintarTablero();
  else if (lugar >= D.opciones.length) pintarFinal();
  else pintarPregunta();
  pintarSector();
}

function pintarSector() {
  const donde = document.getElementById("sector");
  if (!D.sectores.length || D.anuncio.estado !== "abierta") {
    poner(donde);
    return;
  }
  const opciones = [["", "Prefiero no decirlo"]].concat(D.sectores);
  const lista = h("select", { id: "s", "on:change": (e) => alElegirSector(e.target.value) },
    opciones.map((s) => h("option", { value: s[0], selected: s[0] === local.s }, s[1])));
  poner(donde, h("label", { for: "s" }, "Su sector, si quiere decirlo"), lista);
}

function alElegirSector(cual) {
  local.s = cual;
  local.q = nuevoOrden();
  guardarLocal();
  enviar();
}

window.addEventListener("online", () => {
  intentos = 0;
  enviar();
  sondear();
});
document.addEventListener("visibilitychange", () => {
  enviar();
  sondear();
});
if (local.tarde) avisar("De la ronda anterior no alcanzaron a llegar: " + local.tarde + ".", "mal");
guardarLocal();
const primera = D.opciones.findIndex((o) => !completa(o[0]));
if (!ENTERA && D.mios && Object.keys(D.mios).length) lugar = primera < 0 ? D.opciones.length : primera;
pintar();
enviar();
sonda = setTimeout(sondear, 1000 + Math.random() * 2000);
