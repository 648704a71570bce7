using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;
using Ocis.Privacy;

namespace Ocis.Support;

/// <summary>Takes questions and answers them [OCIS-1.6, OCIS-2.1].</summary>
[Purpose(Purposes.CustomerSupport)]
public sealed class SupportDesk(OcisContext ocis, Choices choices, Letters letters, TimeProvider time)
{
    public async Task<Guid> AskAsync(Guid userId, QuestionForm question, CancellationToken cancel)
    {
        var request = new SupportRequest { Id = Guid.NewGuid(), UserId = userId, Text = question.Text, OpenedAt = time.GetUtcNow() };
        ocis.SupportRequests.Add(request);
        await ocis.SaveChangesAsync(cancel);
        return request.Id;
    }

    /// <summary>What waits for an answer; not of those whose data is restricted.</summary>
    public async Task<IReadOnlyList<QuestionView>> OpenAsync(CancellationToken cancel)
    {
        var views = new List<QuestionView>();
        foreach (var request in await ocis.SupportRequests.Include(request => request.User)
            .Where(request => request.ClosedAt == null).OrderBy(request => request.OpenedAt).ToListAsync(cancel))
            if (await choices.AllowAsync(request.UserId, Purposes.CustomerSupport, cancel))
                views.Add(new QuestionView { Id = request.Id, Name = request.User?.Name, Text = request.Text });
        return views;
    }

    /// <summary>Answers by mail. Who has confirmed no address cannot be told: their question stays open.</summary>
    public async Task<AnswerOutcome> AnswerAsync(Guid requestId, AnswerForm answer, CancellationToken cancel)
    {
        var request = await ocis.SupportRequests.Include(known => known.User)
            .SingleOrDefaultAsync(known => known.Id == requestId && known.ClosedAt == null, cancel);
        if (request?.User is not { } user || !await choices.AllowAsync(user.Id, Purposes.CustomerSupport, cancel))
            return AnswerOutcome.Unknown;
        if (user.Email is not { Length: > 0 })
            return AnswerOutcome.Unreachable;

        request.ClosedAt = time.GetUtcNow();
        await letters.SendAsync(user, "Your question", answer.Text, cancel);
        return AnswerOutcome.Sent;
    }
}
