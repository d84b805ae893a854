#!/usr/bin/env bash
# Packs what ./build release built into target/release: an archive with everything but a JDK, and its checksum.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
name="twosource-$version"
out="target/release"
rm -rf "$out"
mkdir -p "$out/$name/scripts" "$out/$name/docs"
cp -R app/target/dist/lib "$out/$name/lib"
cp twosource LICENSE NOTICE README.md CHANGELOG.md GLOSSARY.md "$out/$name/"
cp scripts/jdk.sh scripts/twosource.service "$out/$name/scripts/"
cp -R docs/*.md docs/picture.png docs/schema "$out/$name/docs/"
cp -R samples "$out/$name/samples"
[ -f app/target/sbom.json ] && cp app/target/sbom.json "$out/$name/sbom.json"
(cd "$out/$name" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
# the same files give the same archive
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-01-01 00:00Z' -C "$out" -cf - "$name" | gzip -n >"$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
rm -rf "${out:?}/$name"
echo "$out/$name.tar.gz, $(du -m "$out/$name.tar.gz" | cut -f 1) MB"
