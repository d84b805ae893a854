package org.twosource.app.rewrite;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A model behind an OpenAI-compatible endpoint ({@code /chat/completions} under the address),
 * through LangChain4j. One try a sentence. Used by one thread at a time.
 */
public final class OpenAiWriter implements SentenceWriter {
  /** Bytes of an answer; a sentence with all that stands around it has a few thousand. */
  static final int MAX_ANSWER_BYTES = 1_000_000;

  private static final int MAX_TOKENS = 400;
  private static final int SHOWN_CHARACTERS = 160;

  private static final String TASK =
      """
      You put one sentence of a news brief into plain, shorter words.
      Keep every name, number, date and quotation exactly as it stands. Keep who says it. Keep every \
      hedge ("alleged", "may", "plans to") and every negation. Add nothing that is not in the sentence.
      Answer with the one rewritten sentence and nothing else.\
      """;

  private final ChatModel model;
  private final URI address;
  private final Duration longest;

  /**
   * @param address of the endpoint, e.g. {@code http://localhost:11434/v1}
   * @param name of the model
   * @param key sent as a bearer token, if given
   * @param longest an answer may take
   */
  public OpenAiWriter(URI address, String name, Optional<String> key, Duration longest) {
    this.address = address;
    this.longest = longest;
    this.model =
        OpenAiChatModel.builder()
            .httpClientBuilder(new BoundedHttpClient(longest, MAX_ANSWER_BYTES).asBuilder())
            .baseUrl(address.toString())
            .apiKey(key.orElse(null))
            .modelName(name)
            .temperature(0.0)
            .maxTokens(MAX_TOKENS)
            .maxRetries(0)
            .build();
  }

  @Override
  public String rewrite(String sentence, List<String> cited) throws NoAnswer {
    String given =
        "The sentence:\n" + sentence + "\n\nIt rests on:\n- " + String.join("\n- ", cited);
    try {
      String answer =
          model.chat(SystemMessage.from(TASK), UserMessage.from(given)).aiMessage().text();
      if (answer == null || answer.isBlank()) {
        throw new NoAnswer("the answer has no text", null);
      }
      return answer;
    } catch (RuntimeException failure) {
      throw new NoAnswer(why(failure), failure);
    }
  }

  private String why(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException refused) {
        return "the endpoint answers "
            + refused.statusCode()
            + ": "
            + shortened(String.valueOf(refused.getMessage()));
      }
      if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
        return "cannot reach " + address.getRawAuthority();
      }
      if (cause instanceof TimeoutException) {
        return "no answer within " + longest.toSeconds() + " s";
      }
      if (cause instanceof IOException broken
          && !(broken instanceof com.fasterxml.jackson.core.JacksonException)) {
        return shortened("the connection broke: " + broken.getMessage());
      }
    }
    return "what came back is not an answer of an OpenAI-compatible endpoint";
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + " ...";
  }
}
