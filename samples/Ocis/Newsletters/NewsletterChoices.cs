using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Newsletters;

/// <summary>Who wants newsletters, about what, and no more of them [OCIS-2.4].</summary>
public sealed class NewsletterChoices(OcisContext ocis, IConsents consents, TimeProvider time)
{
    public const string AllTopics = "all";

    /// <summary>What is shown, word for word, to who is asked whether newsletters may come.</summary>
    public static readonly ConsentText Text = new(
        "2026-01", "en", "OCIS may send me newsletters and offers by e-mail. I can take this back at any time, by the link in each of them.");

    /// <summary>Takes down who agreed while they confirmed an address; nothing where they did not tick the box.</summary>
    public async Task AgreeAsync(Guid userId, ConfirmationForm form, CancellationToken cancel)
    {
        if (HasAgreed(form))
            await JoinAsync(userId, new SubscriptionForm { Agreed = form.Agreed }, "form", cancel);
    }

    /// <summary>False where what was shown is not what holds: then nobody agreed to it.</summary>
    public async Task<bool> JoinAsync(Guid userId, SubscriptionForm form, string through, CancellationToken cancel)
    {
        if (!HasAgreed(form))
            return false;
        await EndAsync(userId, cancel);
        ocis.Subscriptions.Add(new Subscription { Id = Guid.NewGuid(), UserId = userId, Topics = form.Topics });
        await ocis.SaveChangesAsync(cancel);
        await consents.GiveAsync(Subjects.User, userId.ToString(), Purposes.Promotion, Text, through, cancel);
        return true;
    }

    /// <summary>Whether there is an address that its reader has confirmed.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public Task<bool> CanJoinAsync(Guid userId, CancellationToken cancel) =>
        ocis.Users.AnyAsync(user => user.Id == userId && user.Email != null, cancel);

    /// <summary>Holds from this moment on.</summary>
    public async Task LeaveAsync(Guid userId, string through, CancellationToken cancel)
    {
        await consents.WithdrawAsync(Subjects.User, userId.ToString(), Purposes.Promotion, through, cancel);
        await EndAsync(userId, cancel);
        await ocis.SaveChangesAsync(cancel);
    }

    private async Task EndAsync(Guid userId, CancellationToken cancel)
    {
        foreach (var standing in await ocis.Subscriptions.Where(one => one.UserId == userId && one.EndedAt == null).ToListAsync(cancel))
            standing.EndedAt = time.GetUtcNow();
    }

    [Purpose(Purposes.RightsHandling)]
    private static bool HasAgreed(SubscriptionForm form) => form.Agreed == Text.Hash;

    [Purpose(Purposes.RightsHandling)]
    private static bool HasAgreed(ConfirmationForm form) => form.Agreed == Text.Hash;
}
