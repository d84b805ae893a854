package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code users}, and what {@code serve} does without them. */
class UsersCommandTest {
  @TempDir Path folder;
  private String store;
  private Path password;

  @BeforeEach
  void store() throws IOException {
    store = folder.resolve("store").toString();
    Path report = Files.writeString(folder.resolve("a.txt"), "The quay of Tarn was closed.");
    Run.of("import", report.toString(), "--store", store);
    password = Files.writeString(folder.resolve("password"), "a long enough word\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  private Run users(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "users";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--store";
    all[arguments.length + 2] = store;
    return Run.of(all);
  }

  @Test
  void withoutUsersNobodyElseIsLetIn() {
    Run refused = Run.of("serve", "--store", store, "--listen", "0.0.0.0", "--port", "0");
    assertThat(refused.status()).isEqualTo(64);
    assertThat(refused.err()).contains("no users", "users add", "ssh -L");
  }

  @Test
  void usersAreAddedListedChangedAndRemoved() throws IOException {
    assertThat(users("add", "Ada", "--password-file", password.toString()).err())
        .contains("lower-case");
    assertThat(users("add", "ada", "--role", "boss", "--password-file", password.toString()).err())
        .contains("reader, editor, admin");
    String[] add = {"add", "ada", "--role", "editor", "--password-file", password.toString()};
    assertThat(users(add).out()).isEqualTo("added: ada  editor\n");
    assertThat(users(add).err()).contains("there is a user ada");
    Run token = users("token", "ada", "--days", "3");
    assertThat(token.out().strip()).hasSize(43);
    String list = users().out();
    assertThat(list).startsWith("ada  editor  since 20").contains("  token ", "  reader  until ");
    assertThat(list).doesNotContain(token.out().strip());
    assertThat(users("change", "ada", "--role", "admin").out()).contains("ada  admin");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(users("change", "ada", "--password-file", password.toString()).err())
        .contains("chmod 600");
    assertThat(users("remove", "ada").status()).isZero();
    assertThat(users("remove", "ada").err()).contains("there is no user ada");
    assertThat(users().out()).contains("no users");
  }
}
