package io.countersign.sandbox.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way through the door. */
final class IncomingMail implements MessageHandler {

	private final MessageContext context;

	private final Letterbox letterbox;

	private final BorderStamp stamp;

	private final List<String> recipients = new ArrayList<>();

	private String returnPath = "";

	IncomingMail(MessageContext context, Letterbox letterbox, BorderStamp stamp) {
		this.context = context;
		this.letterbox = letterbox;
		this.stamp = stamp;
	}

	@Override
	public void from(String address) {
		this.returnPath = address;
	}

	@Override
	public void recipient(String address) throws RejectException {
		if (!this.letterbox.belongsTo(address)) {
			throw new RejectException(550, "5.1.10 RESOLVER.ADR.RecipientNotFound; <%s>".formatted(address));
		}
		this.recipients.add(address);
	}

	@Override
	public String data(InputStream mime) throws IOException {
		var bytes = mime.readAllBytes();
		var remote = (InetSocketAddress) this.context.getRemoteAddress();
		var fields = this.stamp.fields(bytes, this.returnPath, this.context.getHelo().orElse("unknown"),
				remote.getAddress().getHostAddress());
		var stamped = new ByteArrayOutputStream(fields.length + bytes.length);
		stamped.write(fields);
		stamped.write(bytes);
		this.recipients.forEach((recipient) -> this.letterbox.deliver(recipient, stamped.toByteArray()));
		return "2.6.0 Queued mail for delivery";
	}

	@Override
	public void done() {
	}

}
