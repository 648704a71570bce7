namespace Ocis.Mail;

/// <summary>The provider over HTTPS, in place of the local one where <c>Mail:Key</c> is configured. Its host stands in Ireland.</summary>
public sealed class HttpMailProvider(HttpClient http) : IMailer
{
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel, Uri? wayOut = null)
    {
        using var answer = await http.PostAsJsonAsync("https://eu.mails.example/v1/messages", new { to, subject, text, headers = HeadersOf(wayOut) }, cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>One click in a mail program ends newsletters (RFC 8058).</summary>
    internal static Dictionary<string, string> HeadersOf(Uri? wayOut) => wayOut is null
        ? []
        : new() { ["List-Unsubscribe"] = $"<{wayOut.AbsoluteUri}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" };
}
