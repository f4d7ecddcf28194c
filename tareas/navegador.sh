#!/usr/bin/env bash
# Consigue un Chromium: el de la máquina, el de Debian o el que baja Playwright, lo primero que se pueda.
set -u
for nombre in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$nombre" >/dev/null && { echo "Navegador: $(command -v "$nombre")"; exit 0; }
done
if command -v apt-get >/dev/null; then
  como=""; [ "$(id -u)" = 0 ] || como="sudo -n"
  if $como apt-get update -qq && DEBIAN_FRONTEND=noninteractive $como apt-get install -y -qq chromium >/dev/null; then
    echo "Navegador: $(command -v chromium)"; exit 0
  fi
fi
"$BIN/python" -m playwright install chromium && exit 0
echo "No se pudo conseguir un navegador Chromium. Instálelo y vuelva a intentarlo." >&2
exit 1
