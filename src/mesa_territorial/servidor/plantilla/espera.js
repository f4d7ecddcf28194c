// La espera: pregunta cómo va el turno y entra sola cuando hay lugar. Preguntar es seguir en la fila.
const lugar = document.getElementById("contenido");
const dicho = document.getElementById("turno");

function decir(turno) {
  const { delante } = turno;
  const frase = delante === 0 ? "Usted es quien sigue."
    : delante === 1 ? "Hay 1 persona antes que usted." : `Hay ${delante} personas antes que usted.`;
  if (dicho.textContent !== frase) dicho.textContent = frase;
}

async function preguntar() {
  const respuesta = await fetch(lugar.dataset.turno, { cache: "no-store" });
  if (respuesta.redirected || !respuesta.ok) return location.reload();
  const turno = await respuesta.json();
  if (turno.adentro) { dicho.textContent = "Usted ya entró en otra pestaña. Puede cerrar esta."; return undefined; }
  if (turno.entra) return location.reload();
  decir(turno);
  return esperar();
}

function esperar() {
  setTimeout(() => preguntar().catch(esperar), Number(lugar.dataset.cada) * 1000);
}

esperar();
