// base-manager separa las fórmulas de las descripciones; nuestros componentes no tienen descripciones.
export const removeMath = (texto: string): { text: string; math: string[] } => ({ text: texto, math: [] });
export const replaceMath = (texto: string): string => texto;
