// «Exportar ▾»: el PNG sale de lo que se ve; los demás archivos los arma Python con los mismos datos.
import { bajar, bajarBlob, type Archivo } from "../lib/archivos.ts";
import { h } from "../lib/dom.ts";
import { abrir, opcion, opciones } from "./flotante.ts";
import type { Mapa } from "./mapa.ts";
import { comoPng } from "./png.ts";

const FORMATOS: [string, string, string][] = [
  ["svg", "Imagen SVG", "Para imprimir grande o retocar"],
  ["xlsx", "Excel", "Dos hojas; se puede volver a importar"],
  ["csv", "CSV", "Actores y relaciones, en un .zip"],
  ["graphml", "GraphML", "Para Gephi, yEd o Cytoscape"],
  ["gexf", "GEXF", "Para Gephi"],
  ["mesa", "Copia de la Mesa (.mesa)", "Con su historial"],
  ["xlsform", "Formulario para Kobo", "Para levantar datos en terreno sin señal"],
];

const LO_PRIVADO = "El juego de actores, las notas de cada evaluador y las condiciones para la Mesa no salen en ningún archivo; en la copia, sólo con esta marca: es su respaldo, no la envíe.";

export function abrirExportar(m: Mapa, boton: HTMLElement): void {
  const privado = h("input", { type: "checkbox" });
  abrir(m, {
    titulo: "Exportar", boton, clase: "menu",
    contenido: [opciones(opcion(["Imagen PNG"], () => void bajarPng(m), "Fondo blanco y el mapa completo"),
      ...FORMATOS.map(([formato, nombre, ayuda]) => opcion([nombre], () => void pedirArchivo(m, formato, privado.checked), ayuda))),
      h("label", { class: "mt-opcion privado" }, privado, "Llevar lo privado en la copia .mesa"), h("p", { class: "ayuda privado" }, LO_PRIVADO)],
  });
}

async function bajarPng(m: Mapa): Promise<void> {
  try {
    bajarBlob(`mapa-${nombreDeArchivo(m.pizarra.mesa.nombre)}.png`, await comoPng(m));
    m.decir("Imagen descargada.");
  } catch {
    m.aviso.decir("El navegador no armó la imagen. Pruebe con «Imagen SVG».", "error");
  }
}

async function pedirArchivo(m: Mapa, formato: string, conPrivado: boolean): Promise<void> {
  m.decir("Preparando el archivo…");
  const { error, datos } = await m.pizarra.pedir("exportar", { formato, con_privado: conPrivado });
  if (error || !datos) return m.aviso.decir(error ?? "No llegó el archivo.", "error");
  bajar(datos as Archivo);
  m.decir(`Archivo descargado: ${datos.nombre}`);
}

const nombreDeArchivo = (texto: string): string =>
  texto.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "mesa";
