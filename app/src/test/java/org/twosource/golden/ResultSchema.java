package org.twosource.golden;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of a result, as tests use it. */
public final class ResultSchema {
  private ResultSchema() {}

  /** What the schema objects to; nothing when the document fits. */
  public static List<String> problems(byte[] json) throws IOException {
    Path file =
        Path.of(System.getProperty("twosource.home", ".."), "docs", "schema", "result.schema.json");
    try (InputStream stream = Files.newInputStream(file)) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
      return schema.validate(new ObjectMapper().readTree(json)).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    }
  }
}
