namespace Ocis.Mail;

/// <summary>The provider over HTTPS, in place of the local one where <c>Mail:Key</c> is configured. Its host stands in Ireland.</summary>
public sealed class HttpMailProvider(HttpClient http) : IMailer
{
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("https://eu.mails.example/v1/messages", new { to, subject, text }, cancel);
        answer.EnsureSuccessStatusCode();
    }
}
