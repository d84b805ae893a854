# Sourced by ./build and ./twosource: sets JAVA_HOME to a JDK 21 or newer, or says what to install.
# Looks at JAVA_HOME, then the java on the PATH, then the usual folders; takes the newest of a folder.

jdk_major() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
  fi
}

jdk_fits() { [ "${1:-0}" -ge 21 ] 2>/dev/null; }

find_jdk() {
  local candidate major best='' best_major=0
  if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$(jdk_major "$JAVA_HOME")"; then
    return 0
  fi
  if command -v javac >/dev/null 2>&1; then
    candidate=$(command -v javac)
    candidate=$(readlink -f "$candidate" 2>/dev/null || echo "$candidate")
    candidate=${candidate%/bin/javac}
    if jdk_fits "$(jdk_major "$candidate")"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  fi
  if [ -x /usr/libexec/java_home ]; then
    candidate=$(/usr/libexec/java_home -v 21+ 2>/dev/null || true)
    if [ -n "$candidate" ] && jdk_fits "$(jdk_major "$candidate")"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
    [ -d "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if jdk_fits "$major" && [ "$major" -gt "$best_major" ]; then
      best=$candidate
      best_major=$major
    fi
  done
  if [ -n "$best" ]; then
    export JAVA_HOME="$best"
    return 0
  fi
  echo "twosource needs a JDK 21 or newer and found none: install one (Debian: apt install openjdk-21-jdk, macOS: brew install openjdk, others: adoptium.net) or set JAVA_HOME." >&2
  return 1
}

other_jdks() { # prints the folders of JDKs from 21 on, one a major version, but for that of JAVA_HOME
  local candidate major seen=" $(jdk_major "$JAVA_HOME") "
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
    [ -d "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if jdk_fits "$major" && [[ $seen != *" $major "* ]]; then
      seen="$seen$major "
      echo "$candidate"
    fi
  done
}
