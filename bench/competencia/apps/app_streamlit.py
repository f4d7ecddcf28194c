"""La aplicación de referencia en Streamlit: cada sesión guarda sus actores en ``session_state``."""

import streamlit as st
from competencia import referencia

st.set_page_config(page_title="Influencia e interés", layout="wide")
if "actores" not in st.session_state:
    st.session_state.actores = referencia.actores()
actores = st.session_state.actores

quien = st.selectbox("Actor", list(actores), format_func=lambda i: actores[i]["actor"])
for campo in ("influencia", "interes"):
    actores[quien][campo] = st.slider(
        referencia.TITULOS[campo], 1.0, 5.0, actores[quien][campo], 0.5, key=f"{campo}-{quien}"
    )

filas = referencia.filas(actores)
st.altair_chart(referencia.grafico(filas), width="content")
st.table(referencia.tabla(filas))
