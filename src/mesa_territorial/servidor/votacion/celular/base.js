// Lo mínimo para armar la página: sin marcos y sin sintaxis posterior a 2017.
const D = JSON.parse(document.getElementById("datos").textContent);
const cuerpo = document.getElementById("cuerpo");
const senal = document.getElementById("senal");
const dicho = document.getElementById("dicho");
const ENTERA = D.tipo === "puntos" || D.tipo === "ranking";
let vista = "una";
let lugar = 0;

// Un elemento con sus rasgos («on:suceso» escucha) y lo que lleva dentro, siempre como texto.
function h(nombre, rasgos, ...hijos) {
  const nodo = document.createElement(nombre);
  for (const clave of Object.keys(rasgos || {})) {
    const valor = rasgos[clave];
    if (clave.slice(0, 3) === "on:") nodo.addEventListener(clave.slice(3), valor);
    else if (valor === true) nodo.setAttribute(clave, "");
    else if (valor !== false && valor !== null) nodo.setAttribute(clave, valor);
  }
  for (const hijo of [].concat(...hijos)) {
    if (hijo) nodo.appendChild(hijo.nodeType ? hijo : document.createTextNode(hijo));
  }
  return nodo;
}

function poner(donde, ...hijos) {
  while (donde.firstChild) donde.removeChild(donde.firstChild);
  for (const hijo of [].concat(...hijos)) if (hijo) donde.appendChild(hijo);
}

// Lo que se ve arriba y oye quien usa lector de pantalla: guardado, sin conexión…
function avisar(texto, clase) {
  senal.className = clase || "";
  if (senal.textContent !== texto) senal.textContent = texto;
}

function boton(texto, alPulsar, rasgos) {
  return h("button", Object.assign({ type: "button", "on:click": alPulsar }, rasgos), texto);
}

function numero(n) {
  return String(n).replace(".", ",");
}

function enfocar(nodo) {
  nodo.setAttribute("tabindex", "-1");
  nodo.focus();
}

function pedir(metodo, cual, datos, huella, alResponder) {
  const x = new XMLHttpRequest();
  x.open(metodo, "/v/" + D.codigo + "/" + cual);
  x.timeout = 10000;
  if (datos) x.setRequestHeader("Content-Type", "application/json");
  if (huella) x.setRequestHeader("If-None-Match", huella);
  x.onloadend = () => {
    let respuesta = {};
    try {
      respuesta = JSON.parse(x.responseText);
    } catch (e) {
      // Una página de error no trae JSON; basta el código.
    }
    alResponder(x.status, respuesta, x.status ? x.getResponseHeader("Etag") : null);
  };
  x.send(datos);
}
