using Microsoft.EntityFrameworkCore;
using OChat.Data;

namespace OChat.Support;

/// <summary>Takes users' questions, hands them to who answers, and takes down what customers think [OCHAT-1.5, OCHAT-2.3].</summary>
public sealed class SupportDesk(OChatContext ochat, ISupportProvider provider, TimeProvider time)
{
    [Purpose(Purposes.CustomerSupport)]
    public async Task<Guid> AskAsync(Guid userId, QuestionForm question, CancellationToken cancel)
    {
        var user = await ochat.Users.SingleAsync(known => known.Id == userId, cancel);
        var request = new SupportRequest { Id = Guid.NewGuid(), UserId = userId, Text = question.Text };
        ochat.SupportRequests.Add(request);
        await ochat.SaveChangesAsync(cancel);
        await provider.OpenTicketAsync(
            new SupportTicket { Name = user.Name, Email = user.Email, Question = question.Text }, cancel);
        return request.Id;
    }

    public async Task<bool> CloseAsync(Guid requestId, CancellationToken cancel)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return await ochat.SupportRequests.Where(request => request.Id == requestId && request.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.ClosedAt, now), cancel) == 1;
    }

    public async Task TakeFeedbackAsync(Guid customerId, FeedbackForm form, CancellationToken cancel)
    {
        ochat.Feedback.Add(new Feedback { Id = Guid.NewGuid(), CustomerId = customerId, Text = form.Text, GivenAt = time.GetUtcNow() });
        await ochat.SaveChangesAsync(cancel);
    }
}
