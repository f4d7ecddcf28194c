import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
// @ts-expect-error jsdom no publica sus tipos.
import { JSDOM } from "jsdom";
import { animarCompania } from "../src/taller/compania.ts";
import { animarNovedades } from "../src/taller/novedades.ts";
import { pintarPersonas } from "../src/taller/personas.ts";
import type { Persona } from "../src/taller/vista.ts";

const PAGINA = `<header id="mesa-barra"><div class="estado"></div></header><div class="pagina-titulo"></div><main id="contenido"></main>
<table><tbody id="personas"></tbody></table><p id="nadie"></p>
<template id="molde-persona"><tr><td><input type="checkbox"></td><th><span data-campo="nombre"></span></th><td><span data-campo="estado"></span></td><td class="mesas"></td></tr></template>`;
let dom: JSDOM;
let angosta = false;
let respuestas: unknown[] = [];

const poner = (nombre: string, valor: unknown): void => { Object.defineProperty(globalThis, nombre, { value: valor, configurable: true, writable: true }); };

beforeEach(() => {
  dom = new JSDOM(PAGINA, { url: "https://taller.example/" });
  const w = dom.window as any;
  w.matchMedia = () => ({ matches: angosta, addEventListener() {} });
  for (const n of ["document", "window", "sessionStorage", "CustomEvent", "Node", "matchMedia"]) poner(n, n === "window" ? w : w[n]);
  poner("CSS", { escape: (t: string) => t });
  poner("setTimeout", () => 0);
  respuestas = [];
  poner("fetch", async () => ({ ok: true, json: async () => respuestas.shift() }));
});
afterEach(() => { angosta = false; dom.window.close(); });

const suceder = (nombre: string, detail: unknown): void => { dom.window.dispatchEvent(new dom.window.CustomEvent(nombre, { detail })); };
const texto = (que: string): string[] => [...dom.window.document.querySelectorAll(que)].map((n) => n.textContent ?? "");
const noticia = (numero: number, mas = 0) => ({ nombre: "Rosa", iniciales: "R", numero, frase: `agregó ${numero}`, mas });
let version = 100;

test("cada cambio ajeno se cuenta una sola vez, y los muchos se resumen", () => {
  animarCompania();
  const desde = (version += 10);
  const guardado = { presentes: [], novedades: [noticia(desde), noticia(desde + 1, 4)] };
  suceder("mesa:guardado", guardado);
  suceder("mesa:guardado", guardado);
  assert.deepEqual(texto(".taller-noticia span:last-child"), [`Rosa agregó ${desde}`, `Rosa agregó ${desde + 1}`, "Y 4 cambios más de otras personas."]);
});

test("quién más está se ve con sus iniciales y se oye con su nombre", () => {
  animarCompania();
  suceder("mesa:guardado", { presentes: [{ nombre: "<b>Rosa</b>", iniciales: "R" }] });
  assert.deepEqual(texto("#mesa-barra .inicial"), ["R"]);
  assert.match(texto("#taller-presentes .mt-oculto")[0]!, /También en esta Mesa: <b>Rosa<\/b>\./);
  assert.equal(dom.window.document.querySelector("b"), null);
});

test("en el teléfono la barra queda libre", () => {
  angosta = true;
  animarCompania();
  assert.equal(dom.window.document.querySelector("#mesa-barra .taller-presentes"), null);
  assert.ok(dom.window.document.querySelector(".pagina-titulo .taller-presentes"));
});

test("quien pierde el acceso se entera por el aviso de la página", () => {
  const avisos: unknown[] = [];
  dom.window.addEventListener("mesa:aviso", (s: Event) => avisos.push((s as CustomEvent).detail));
  animarCompania();
  suceder("mesa:guardado", { salida: "Ya no está en esta Mesa." });
  assert.deepEqual(avisos, [{ texto: "Ya no está en esta Mesa.", clase: "error" }]);
});

const conNovedad = async (marca: number, novedad: unknown): Promise<void> => {
  respuestas.push(novedad);
  suceder("mesa:marca", marca);
  await new Promise((listo) => setImmediate(listo));
};
const anuncio = { numero: 7, texto: "<i>Volvemos</i>", hora: "10:30" };
const grupo = { nombre: "Mesa 1", mesa: "m1", direccion: "/tema/x?mesa=m1" };

test("un anuncio se muestra como texto, se cierra y no vuelve", async () => {
  animarNovedades();
  await conNovedad((version += 1), { anuncio, grupo: null, cerrado: false });
  assert.deepEqual(texto(".taller-anuncio p"), ["10:30 · <i>Volvemos</i>"]);
  dom.window.document.querySelector<HTMLElement>(".taller-anuncio button")!.click();
  await conNovedad((version += 1), { anuncio, grupo: null, cerrado: false });
  assert.deepEqual(texto(".taller-anuncio p"), []);
});

test("quien ya está en la Mesa de su grupo no recibe cómo llegar", async () => {
  animarNovedades();
  await conNovedad((version += 1), { anuncio: null, grupo, cerrado: false });
  assert.deepEqual(texto(".taller-anuncio a"), ["Abrir la Mesa de su grupo"]);
  suceder("mesa:guardado", { mesa: "m1", version: 3 });
  assert.deepEqual(texto(".taller-anuncio"), []);
  await conNovedad((version += 1), { anuncio: null, grupo, cerrado: false });
  assert.deepEqual(texto(".taller-anuncio"), []);
});

test("si el taller cerró, sólo se ofrece la copia", async () => {
  animarNovedades();
  await conNovedad((version += 1), { anuncio, grupo, cerrado: true });
  assert.deepEqual(texto(".taller-anuncio a"), ["Llevarme mi copia"]);
});

test("la tabla conserva lo marcado, agrega a quien llega y quita a quien se va", () => {
  const persona = (id: string, mas: Partial<Persona> = {}): Persona =>
    ({ id, nombre: id.toUpperCase(), rol: "", se_sienta: true, estado: "Adentro", grupo: "", donde: "", vista: "", memoria: "", mesas: [], ...mas });
  pintarPersonas([persona("a"), persona("b")], "/mirar/");
  const caja = dom.window.document.querySelector<HTMLInputElement>("tr[data-id=b] input")!;
  caja.checked = true;
  pintarPersonas([persona("c"), persona("b", { estado: "Fuera", mesas: [{ clave: "m/1", nombre: "La mía" }] })], "/mirar/");
  assert.deepEqual(texto("#personas th"), ["C", "B"]);
  assert.deepEqual(texto("#personas [data-campo=estado]"), ["Adentro", "Fuera"]);
  assert.equal(dom.window.document.querySelector<HTMLInputElement>("tr[data-id=b] input"), caja);
  assert.ok(caja.checked);
  assert.equal(dom.window.document.querySelector(".mesas a")!.getAttribute("href"), "/mirar/m%2F1");
  assert.equal(dom.window.document.getElementById("nadie")!.hidden, true);
});
