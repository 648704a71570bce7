using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests;

/// <summary>Messages by SMTP, to a server that takes them, refuses them, or hangs up.</summary>
public sealed class SmtpNotifierTests
{
    private static readonly PrivacyNotification s_message = new(
        Guid.Parse("01990000-0000-7000-8000-000000000001"), "email", "ana@mail.example", "id",
        "Permintaan Anda telah selesai: Penghapusan data Anda", "Semua data pribadi Anda telah dihapus.\n\nJOVA POS – selesai");

    [Fact]
    public async Task A_message_arrives_whole_and_is_known_by_its_number()
    {
        using var server = new SmtpServer();
        await Notifier(server).SendAsync(s_message, default);
        await Notifier(server).SendAsync(s_message, default);

        Assert.Equal(["ana@mail.example", "ana@mail.example"], server.Envelopes);
        var letters = server.Letters.Select(letter => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter)))).ToList();
        Assert.All(letters, letter =>
        {
            Assert.Equal("01990000000070008000000000000001@shop.example", letter.MessageId);
            Assert.Equal(s_message.Title, letter.Subject);
            Assert.Equal(s_message.Text, letter.TextBody!.TrimEnd().ReplaceLineEndings("\n"));
            Assert.Equal("privacy@shop.example", letter.From.Mailboxes.Single().Address);
            Assert.Equal("id", letter.Body!.Headers[HeaderId.ContentLanguage]);
        });
    }

    [Fact]
    public async Task A_server_that_refuses_is_an_error_and_one_that_hangs_up_after_taking_is_none()
    {
        using var server = new SmtpServer { Refusals = 1, HangsUpAfterTaking = true };
        await Assert.ThrowsAsync<SmtpCommandException>(() => Notifier(server).SendAsync(s_message, default));
        Assert.Empty(server.Letters);
        await Notifier(server).SendAsync(s_message, default);
        Assert.Single(server.Letters);
    }

    [Theory]
    [InlineData("ana@mail.example, budi@mail.example")]
    [InlineData("ana@mail.example\r\nBcc: budi@mail.example")]
    [InlineData("Ana <ana@mail.example>")]
    [InlineData("")]
    public async Task What_is_not_one_address_is_refused_before_anything_is_sent(string address)
    {
        using var server = new SmtpServer();
        await Assert.ThrowsAsync<FormatException>(() => Notifier(server).SendAsync(s_message with { Address = address }, default));
        Assert.Empty(server.Envelopes);
    }

    [Fact]
    public async Task A_text_message_is_not_sent_by_mail()
    {
        using var server = new SmtpServer();
        var mistake = await Assert.ThrowsAsync<NotSupportedException>(() =>
            Notifier(server).SendAsync(s_message with { AddressKind = "sms", Address = "+62" }, default));
        Assert.DoesNotContain("+62", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_encryption_is_refused_unless_it_is_allowed()
    {
        using var server = new SmtpServer();
        var options = Options(server);
        options.Security = new SmtpNotifierOptions().Security;
        await Assert.ThrowsAnyAsync<Exception>(() => new SmtpNotifier(Microsoft.Extensions.Options.Options.Create(options)).SendAsync(s_message, default));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public void A_server_without_a_name_is_a_mistake()
    {
        using var provider = new ServiceCollection().AddSmtpNotifications(smtp => smtp.From = "a@b.example").BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<INotifier>());
    }

    private static SmtpNotifier Notifier(SmtpServer server) => new(Microsoft.Extensions.Options.Options.Create(Options(server)));

    private static SmtpNotifierOptions Options(SmtpServer server) => new()
    {
        Host = "127.0.0.1", Port = server.Port, Security = SecureSocketOptions.None, From = "privacy@shop.example",
    };
}
