using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Messages;

/// <summary>What merchants and support write to each other [ALPO-3.2].</summary>
[Purpose(Purposes.Communication)]
public sealed class SupportDesk(AlpokatContext alpokat, IMailer mailer, TimeProvider time)
{
    public async Task AskAsync(Guid merchantId, QuestionForm question, CancellationToken cancel)
    {
        Add(merchantId, question, bySupport: false);
        await alpokat.SaveChangesAsync(cancel);
    }

    /// <summary>Answers a merchant, and says so by e-mail; false where there is none.</summary>
    public async Task<bool> AnswerAsync(Guid merchantId, QuestionForm answer, CancellationToken cancel)
    {
        if (await alpokat.Merchants.SingleOrDefaultAsync(known => known.Id == merchantId, cancel) is not { } merchant)
            return false;

        Add(merchantId, answer, bySupport: true);
        await alpokat.SaveChangesAsync(cancel);
        if (merchant.Email is { } email)
            await mailer.SendAsync(email, "Jawaban dari dukungan ALPOKAT", $"Yth. {merchant.Name}, kami telah menjawab pesan Anda.", cancel);
        return true;
    }

    /// <summary>What one merchant wrote and was answered.</summary>
    public Task<List<MessageView>> OfAsync(Guid merchantId, CancellationToken cancel) =>
        Views(alpokat.Messages.Where(message => message.MerchantId == merchantId)).ToListAsync(cancel);

    /// <summary>Everything that was written, for support.</summary>
    public Task<List<MessageView>> AllAsync(CancellationToken cancel) => Views(alpokat.Messages).ToListAsync(cancel);

    private static IQueryable<MessageView> Views(IQueryable<Message> messages) =>
        messages.OrderBy(message => message.SentAt)
            .Select(message => new MessageView
            {
                MerchantId = message.MerchantId, BySupport = message.BySupport, Text = message.Text, SentAt = message.SentAt,
            });

    private void Add(Guid merchantId, QuestionForm form, bool bySupport) =>
        alpokat.Messages.Add(new Message
        {
            Id = Guid.NewGuid(), MerchantId = merchantId, BySupport = bySupport, Text = form.Text, SentAt = time.GetUtcNow(),
        });
}
