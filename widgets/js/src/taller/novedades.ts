// Lo que dice quien facilita: llega con el latido (una marca que cambia) y se pide entonces, no antes.
import { h } from "../lib/dom.ts";
import { enRaiz } from "../lib/raiz.ts";

interface Novedades {
  anuncio: { numero: number; texto: string; hora: string } | null;
  grupo: { nombre: string; mesa: string; direccion: string } | null;
  cerrado: boolean;
}

const VISTOS = "mesa:taller";
let marca = 0;
let abierta = "";

/** Escucha las marcas del latido. */
export function animarNovedades(): void {
  preparar();
  window.addEventListener("mesa:marca", (s) => {
    const nueva = (s as CustomEvent<number>).detail;
    if (!nueva || nueva === marca) return;
    marca = nueva;
    void consultar();
  });
  window.addEventListener("mesa:guardado", (s) => {
    const { mesa, version } = (s as CustomEvent<{ mesa?: string; version: number }>).detail;
    if (mesa && version) llegar(mesa);
  });
}

/** Quien ya está en la Mesa de su grupo no necesita que le digan cómo llegar. */
function llegar(mesa: string): void {
  if (mesa === abierta) return;
  abierta = mesa;
  document.querySelector(`#taller-anuncios [data-cual="grupo ${CSS.escape(mesa)}"]`)?.remove();
}

async function consultar(): Promise<void> {
  try {
    const r = await fetch(enRaiz("/taller/novedades"), { cache: "no-store" });
    if (r.ok) mostrar((await r.json()) as Novedades);
    else marca = 0;
  } catch {
    marca = 0;
  }
}

function mostrar({ anuncio, grupo, cerrado }: Novedades): void {
  if (cerrado) return decir("cierre", "El taller cerró. Antes de irse, baje lo que hizo.", enRaiz("/taller/despedida"), "Llevarme mi copia");
  if (anuncio) decir(`anuncio ${anuncio.numero}`, `${anuncio.hora} · ${anuncio.texto}`);
  if (grupo && grupo.mesa !== abierta) decir(`grupo ${grupo.mesa}`, `Usted se sienta en «${grupo.nombre}».`, enRaiz(grupo.direccion), "Abrir la Mesa de su grupo");
}

/** El lugar existe antes que el primer anuncio: así el lector de pantalla lo lee al llegar. */
function preparar(): HTMLElement {
  const hay = document.getElementById("taller-anuncios");
  if (hay) return hay;
  const lugar = h("div", { id: "taller-anuncios", role: "status", "aria-live": "polite" });
  document.getElementById("contenido")?.before(lugar);
  return lugar;
}

function decir(cual: string, texto: string, direccion = "", boton = ""): void {
  if (vistos().includes(cual)) return;
  const clase = cual.split(" ")[0] ?? "";
  const cerrar = (): void => { recordar(cual); aviso.remove(); };
  const aviso = h("div", { class: "taller-anuncio", data: { clase, cual } },
    h("p", {}, texto),
    direccion && h("a", { class: "mt-boton", href: direccion, on: { click: () => recordar(cual) } }, boton),
    h("button", { class: "mt-boton texto", type: "button", on: { click: cerrar } }, "Cerrar"));
  const lugar = preparar();
  lugar.querySelector(`[data-clase="${clase}"]`)?.remove();
  lugar.append(aviso);
}

function vistos(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(VISTOS) ?? "[]") as string[];
  } catch {
    return [];
  }
}

function recordar(cual: string): void {
  try {
    sessionStorage.setItem(VISTOS, JSON.stringify([...vistos().slice(-20), cual]));
  } catch {
    // Sin dónde recordarlo, el aviso vuelve a salir en la página siguiente.
  }
}
