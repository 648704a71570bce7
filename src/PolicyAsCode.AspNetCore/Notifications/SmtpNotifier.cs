using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Sends messages by SMTP, one connection each: they are few, and one that fails must not take others with it. The
/// message's number is its Message-ID, by which servers and people know a repetition.
/// </summary>
public sealed class SmtpNotifier(IOptions<SmtpNotifierOptions> options) : INotifier
{
    private const string Email = "email";

    private readonly SmtpNotifierOptions _options = options.Value;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The message is for a phone or a letter box.</exception>
    public async Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        if (notification.AddressKind != Email)
            throw new NotSupportedException($"Message {notification.Id} goes by {notification.AddressKind}, and this notifier sends e-mail.");

        using var message = Compose(notification);
        using var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds };
        await client.ConnectAsync(_options.Host, _options.Port, _options.Security, cancel).ConfigureAwait(false);
        if (_options.UserName is { } user)
            await client.AuthenticateAsync(user, _options.Password ?? "", cancel).ConfigureAwait(false);
        await client.SendAsync(message, cancel).ConfigureAwait(false);
        // The server has taken it: what goes wrong from here on must not have it sent again.
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SmtpProtocolException or SmtpCommandException or TimeoutException)
        {
        }
    }

    private MimeMessage Compose(PrivacyNotification notification)
    {
        var from = new MailboxAddress(_options.FromName, _options.From);
        var message = new MimeMessage
        {
            MessageId = $"{notification.Id:N}@{from.Domain}",
            Subject = notification.Title,
            Body = new TextPart("plain") { Text = notification.Text },
        };
        message.From.Add(from);
        // An address and nothing else: one that was typed with a line break or a second address is refused.
        message.To.Add(new MailboxAddress(null, Single(notification.Address)));
        message.Body.Headers.Add(HeaderId.ContentLanguage, notification.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string Single(string address) =>
        MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address
            ? address
            : throw new FormatException("The address is not one e-mail address.");
}
