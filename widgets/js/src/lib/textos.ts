// De código a castellano, igual que mesa_territorial.textos (una prueba los compara).
export const SECTORES: Record<string, string> = {
  publico: "Público", privado: "Privado", academia: "Academia",
  sociedad_civil: "Sociedad civil", organismo_internacional: "Organismo internacional",
};
export const NIVELES: Record<string, string> = {
  campamento: "Campamento", barrio: "Barrio", unidad_vecinal: "Unidad vecinal", comuna: "Comuna",
  intercomunal: "Intercomunal", region: "Región", nacional: "Nacional",
};
export const ESTADOS: Record<string, string> = {
  por_convocar: "Por convocar", contactado: "Contactado", reunion: "En reunión", comprometido: "Comprometido",
  integra: "Integra la Mesa", asesora: "Asesora", observa: "Observa", pendiente: "Pendiente",
  sin_respuesta: "Sin respuesta", declina: "Declina",
};
export const TIPOS_DE_RELACION: Record<string, string> = {
  coordinacion: "Coordinación", informacion: "Información", financiamiento: "Financiamiento",
  mandato: "Mandato", conflicto: "Conflicto",
};
export const POSICIONES: Record<string, string> = { "-1": "Se opone", "0": "Neutral", "1": "Apoya" };

/** Un número como se escribe en Chile: 1.234,5. */
export const numero = (valor: number, decimales = 0): string =>
  valor.toLocaleString("es-CL", { minimumFractionDigits: decimales, maximumFractionDigits: decimales, useGrouping: "always" } as Intl.NumberFormatOptions);

/** «1 relación», «7 relaciones». */
export const cuantos = (n: number, uno: string, varios: string): string => `${numero(n)} ${n === 1 ? uno : varios}`;

/** Un texto sin tildes ni mayúsculas, para buscar y comparar. */
export const comparable = (texto: string): string =>
  texto.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
