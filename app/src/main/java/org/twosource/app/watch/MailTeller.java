package org.twosource.app.watch;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.store.KeptChannel;

/** Sends plain text by SMTP; with a password only where the connection is encrypted. */
final class MailTeller implements Teller {
  private static final String MILLIS = "15000";

  @Override
  public Answer tell(KeptChannel channel, ChannelSettings settings, Message message, String now) {
    ChannelSettings.Mail mail = settings.mail().orElseThrow();
    try {
      Optional<String[]> login = mail.passwords().isEmpty() ? Optional.empty() : login(mail);
      Session session = Session.getInstance(properties(mail, login.isPresent()));
      MimeMessage letter =
          new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", "<" + message.id() + "@twosource.invalid>");
            }
          };
      letter.setFrom(new InternetAddress(mail.from(), true));
      letter.setRecipient(RecipientType.TO, new InternetAddress(channel.target(), true));
      letter.setSubject(Message.line(message.subject()), "UTF-8");
      letter.setText(message.text(), "UTF-8");
      letter.setHeader("Auto-Submitted", "auto-generated");
      letter.setSentDate(Date.from(Instant.parse(now)));
      letter.saveChanges();
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(
            mail.host(),
            mail.port(),
            login.map(both -> both[0]).orElse(null),
            login.map(both -> both[1]).orElse(null));
        transport.sendMessage(letter, letter.getAllRecipients());
      }
      return Answer.TAKEN;
    } catch (MessagingException | IOException failure) {
      return Answer.failed(Message.line(String.valueOf(failure.getMessage())));
    }
  }

  private static Properties properties(ChannelSettings.Mail mail, boolean logsIn) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", mail.host());
    properties.put("mail.smtp.port", "" + mail.port());
    properties.put("mail.smtp.connectiontimeout", MILLIS);
    properties.put("mail.smtp.timeout", MILLIS);
    properties.put("mail.smtp.writetimeout", MILLIS);
    properties.put("mail.smtp.auth", "" + logsIn);
    properties.put("mail.smtp.ssl.enable", "" + mail.security().equals("tls"));
    properties.put("mail.smtp.starttls.enable", "" + mail.security().equals("starttls"));
    properties.put("mail.smtp.starttls.required", "" + mail.security().equals("starttls"));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** Name and password of the server; the file has {@code HOST NAME PASSWORD} a line. */
  private static Optional<String[]> login(ChannelSettings.Mail mail) throws IOException {
    Path file = mail.passwords().orElseThrow();
    Passwords.refuseIfShared(file);
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] parts = line.strip().split("\\s+", 3);
      if (parts.length == 3 && parts[0].equalsIgnoreCase(mail.host())) {
        return Optional.of(new String[] {parts[1], parts[2]});
      }
    }
    throw new IOException(file + " has no line for " + mail.host());
  }

  @Override
  public void close() {}
}
