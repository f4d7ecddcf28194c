// Importar un archivo oficial: elegir el archivo, marcar qué se trae, confirmar. Nada se guarda antes.
import { leerBase64 } from "./lib/archivos.ts";
import { conversar, type Pedir } from "./lib/conversacion.ts";
import { h, idUnico, poner } from "./lib/dom.ts";
import { comparable, numero } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { Candidatos, type Candidato } from "./oficial/candidatos.ts";

interface Campamentos { todos: number; de_la_mesa: number; hogares: number; con_punto: number; anio: number | null }
interface Estado { paso: "archivo" | "elegir" | "listo"; archivo?: string; comuna?: string; avisos?: string[]; candidatos?: Candidato[]; campamentos?: Campamentos; frase?: string }
const MAX_BYTES = 20 * 1024 * 1024;

class ImportadorOficial {
  private recado = h("div", { "aria-live": "assertive" });
  private cuerpo = h("div", {});
  private titulo = h("h3", { tabindex: -1 }, "Importar un archivo oficial");
  private pintado = "";

  constructor(private modelo: Modelo, private hablar: Pedir, private el: HTMLElement) {
    el.classList.add("mt", "mt-oficial");
    el.append(this.titulo, this.recado, this.cuerpo);
  }

  iniciar(): () => void {
    const pintar = (): void => this.pintar();
    this.modelo.on("change:estado", pintar);
    pintar();
    return () => this.modelo.off("change:estado", pintar);
  }

  private avisar(frase: string): void { poner(this.recado, frase && h("div", { class: "mt-aviso error" }, frase)); }

  private async pedir(orden: string, datos: Record<string, unknown> = {}): Promise<boolean> {
    this.el.setAttribute("aria-busy", "true");
    const r = await this.hablar(orden, datos);
    this.el.removeAttribute("aria-busy");
    this.avisar(r.error ?? r.conflicto?.frase ?? "");
    return !r.error;
  }

  private pintar(): void {
    const e: Estado = this.modelo.get("estado");
    const pasos = { archivo: () => this.archivo(), elegir: () => this.elegir(e), listo: () => this.listo(e) };
    poner(this.cuerpo, pasos[e.paso]());
    if (this.pintado && this.pintado !== e.paso) { this.avisar(""); this.titulo.focus(); }
    this.pintado = e.paso;
  }

  private archivo(): HTMLElement[] {
    const recibir = async (archivo: File | undefined): Promise<void> => {
      if (!archivo) return;
      if (archivo.size > MAX_BYTES) return this.avisar(`«${archivo.name}» pesa ${numero(archivo.size / 1024 / 1024, 1)} MB y el máximo es 20 MB. Deje sólo su región.`);
      try { await this.pedir("leer", { nombre: archivo.name, base64: await leerBase64(archivo) }); }
      catch { this.avisar(`El navegador no pudo leer «${archivo.name}». Ciérrelo en Excel y vuelva a elegirlo.`); }
    };
    const entrada = h("input", { type: "file", id: idUnico("oficial"), accept: ".xlsx,.xls,.ods,.csv,.txt,.geojson,.json", class: "mt-oculto", on: { change: () => { void recibir(entrada.files?.[0]); entrada.value = ""; } } });
    return [h("p", {}, "Tal como se baja de la página oficial: Censo (INE), pobreza comunal (Ministerio de Desarrollo Social), SINIM (SUBDERE) o catastro de campamentos (MINVU). Cualquier planilla con el código de comuna (CUT) también sirve."),
      h("p", {}, h("span", { class: "mt-archivo" }, entrada, h("label", { class: "mt-boton principal", for: entrada.id }, "Elegir archivo…"))),
      h("p", { class: "ayuda" }, "Se guardan sólo las comunas de su región. De los campamentos quedan un punto y un conteo, nunca su contorno. Nada se guarda hasta que usted confirme.")];
  }

  private elegir(e: Estado): (HTMLElement | null)[] {
    const lista = new Candidatos(e.candidatos ?? [], e.comuna ?? "");
    const c = e.campamentos!;
    const marca = h("input", { type: "checkbox", id: idUnico("campamentos"), checked: c.todos > 0 });
    const anio = h("input", { id: idUnico("anio"), inputmode: "numeric", maxlength: 4, value: c.anio ?? "" });
    const buscar = h("input", { type: "search", id: idUnico("buscar"), on: { input: () => lista.filtrar(comparable(buscar.value)) } });
    const importar = h("button", { class: "mt-boton principal", type: "button" }, "Importar lo marcado");
    importar.addEventListener("click", async () => {
      if (lista.reclamar()) return this.avisar("Complete lo señalado: cada indicador lleva nombre, unidad, año y fuente.");
      importar.disabled = true; // un doble clic no importa dos veces
      await this.pedir("importar", { elegidos: lista.elegidos(), campamentos: c.todos > 0 && marca.checked, anio: anio.value });
      importar.disabled = false;
    });
    return [h("p", {}, "De ", h("strong", {}, e.archivo ?? ""), ". Marque lo que sirve a esta Mesa; lo demás queda fuera."),
      ...(e.avisos ?? []).map((a) => h("p", { class: "mt-aviso" }, a)),
      c.todos ? this.campamentos(e, c, marca, anio) : null,
      (e.candidatos ?? []).length > 8 ? h("div", { class: "mt-campo filtro" }, h("label", { class: "nombre", for: buscar.id }, "Buscar un indicador"), buscar) : null,
      lista.nodo,
      h("div", { class: "acciones" }, importar, h("button", { class: "mt-boton", type: "button", on: { click: () => void this.pedir("reiniciar") } }, "Elegir otro archivo"))];
  }

  private campamentos(e: Estado, c: Campamentos, marca: HTMLInputElement, anio: HTMLInputElement): HTMLElement {
    const dice = `Catastro: ${numero(c.de_la_mesa)} campamentos y ${numero(c.hogares)} hogares en ${e.comuna}; ${numero(c.todos)} en todo el archivo.`;
    const puntos = c.con_punto ? `${numero(c.con_punto)} traen un punto para el mapa.` : "El archivo no trae puntos en grados: quedarán los conteos. El .geojson del mismo catastro sí los trae.";
    return h("div", {}, h("label", { class: "elegir", for: marca.id }, marca, h("span", {}, dice, " ", h("span", { class: "ayuda" }, puntos))),
      h("div", { class: "datos" }, h("div", { class: "mt-campo" }, h("label", { class: "nombre", for: anio.id }, "Año del catastro"), anio)));
  }

  private listo(e: Estado): HTMLElement[] {
    return [h("p", { class: "mt-aviso exito" }, e.frase ?? ""),
      h("div", { class: "acciones" },
        h("button", { class: "mt-boton", type: "button", on: { click: () => void this.pedir("reiniciar") } }, "Importar otro archivo"),
        h("button", { class: "mt-boton", type: "button", on: { click: () => void this.pedir("deshacer") } }, "Deshacer la importación"))];
  }
}

export default {
  render({ model, el }: Marco): () => void {
    const { pedir, callar } = conversar(model);
    const soltar = new ImportadorOficial(model, pedir, el).iniciar();
    return () => { soltar(); callar(); };
  },
};
