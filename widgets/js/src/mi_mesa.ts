// Mi Mesa: crear, abrir, duplicar, llevarse y traer, borrar con una semana de gracia.
import { bajar, leerBase64 } from "./lib/archivos.ts";
import { h, poner } from "./lib/dom.ts";
import { conversar } from "./lib/conversacion.ts";
import { formularioNueva } from "./mi_mesa/nueva.ts";
import { lista, papelera, type Acciones } from "./mi_mesa/lista.ts";
import type { Marco } from "./lib/tipos.ts";

const TOPE = 20 * 1024 * 1024;

export default {
  render({ model, el }: Marco) {
    el.classList.add("mt", "mt-mi-mesa");
    const { pedir, callar } = conversar(model);
    const aviso = h("div", { role: "status", class: "avisos" });
    const decir = (texto: string, clase = "") => poner(aviso, h("div", { class: `mt-aviso ${clase}` }, texto));
    const hacer = async (orden: string, datos: unknown, exito = ""): Promise<any> => {
      const r = await pedir(orden, datos);
      if (r.error) decir(r.error, "error");
      else if (exito) decir(exito, "exito");
      return r.error ? null : r.datos ?? true;
    };
    const acciones: Acciones = {
      duplicar: (m) => void hacer("duplicar", { clave: m.clave }, `Se hizo una copia de «${m.nombre}».`),
      borrar: (m) => void hacer("borrar", { clave: m.clave }, `«${m.nombre}» quedó en la papelera. Tiene una semana para recuperarla.`),
      recuperar: (m) => void hacer("recuperar", { clave: m.clave }, `«${m.nombre}» volvió a sus Mesas.`),
      exportar: async (m, conPrivado) => { const archivo = await hacer("exportar", { clave: m.clave, con_privado: conPrivado }); if (archivo) bajar(archivo); },
      renombrar: (m, nombre) => void hacer("renombrar", { clave: m.clave, nombre }, "Nombre guardado."),
    };
    const traer = async (archivo: File) => {
      if (archivo.size > TOPE) return decir("El archivo pesa más de 20 MB: no parece una Mesa exportada.", "error");
      const r = await hacer("importar", { nombre: archivo.name, base64: await leerBase64(archivo) });
      if (r) decir(`Se trajo «${r}» con su historial.`, "exito");
    };
    const mesas = h("div"), basurero = h("div");
    const pintar = () => { poner(mesas, lista(model.get("mesas"), acciones)); poner(basurero, papelera(model.get("papelera"), acciones)); };
    model.on("change:mesas", pintar);
    model.on("change:papelera", pintar);
    pintar();
    el.append(aviso,
      h("div", { class: "columnas" },
        h("div", {}, mesas, basurero),
        h("div", {}, formularioNueva(pedir, model.get("niveles"), hacer), traerMesa(traer, hacer), model.get("autor") ? quien(model.get("autor"), hacer) : "")));
    return callar;
  },
};

type Hacer = (orden: string, datos: unknown, exito?: string) => Promise<any>;

function traerMesa(traer: (a: File) => void, hacer: Hacer): HTMLElement {
  const campo = h("input", { type: "file", accept: ".mesa", id: "mt-traer", class: "mt-oculto", on: { change: () => { if (campo.files?.[0]) traer(campo.files[0]); campo.value = ""; } } });
  const copiar = () => void hacer("copiar_caso", {}, "Se agregó una copia del caso Campanilla: puede cambiarla sin miedo.");
  return h("section", { "aria-label": "Traer una Mesa" }, h("h2", {}, "Traer una Mesa"),
    h("p", {}, "Un archivo .mesa: el que bajó de otro computador o le mandó su tutora o tutor."),
    h("p", {}, h("span", { class: "mt-archivo" }, campo, h("label", { for: "mt-traer", class: "mt-boton" }, "Elegir archivo .mesa"))),
    h("p", {}, h("button", { class: "mt-boton", type: "button", on: { click: copiar } }, "Copiar el caso Campanilla para ensayar")));
}

function quien(autor: string, hacer: Hacer): HTMLElement {
  const campo = h("input", { id: "mt-autor", value: autor, maxlength: 80, autocomplete: "off" });
  const guardar = (e: Event) => { e.preventDefault(); void hacer("nombrar_autor", { nombre: campo.value }, "Así quedará en el historial."); };
  return h("form", { on: { submit: guardar } }, h("h2", {}, "Cómo firma usted"),
    h("label", { for: "mt-autor", class: "mt-campo" }, h("span", { class: "nombre" }, "Nombre o sigla"), h("span", { class: "ayuda" }, "Aparece en el historial de cambios. Basta con sus iniciales.")), campo,
    h("p", {}, h("button", { class: "mt-boton", type: "submit" }, "Guardar")));
}
