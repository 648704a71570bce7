using Ocis.Data;
using Ocis.Mail;
using Ocis.Newsletters;
using Ocis.Privacy;

namespace Ocis.Violations;

/// <summary>Newsletters rest on consent, spare who objects, and say in each how to have no more.</summary>
[Purpose(Purposes.Promotion)]
public sealed class EagerNewsletters(Choices choices, Letters letters, WayOut wayOut)
{
    public Task ToAllAsync(User user, CancellationToken cancel) =>
        letters.SendAsync(user, "Summer", $"It comes. {wayOut.For(user.Id)}", cancel); // expect: PAC3003 OCIS-2.4, PAC3004 OCIS-5.6

    public async Task ForEverAsync(User user, CancellationToken cancel)
    {
        if (await choices.AgreeAsync(user.Id, Purposes.Promotion, cancel))
            await letters.SendAsync(user, "Summer", "It comes.", cancel); // expect: PAC5011 OCIS-2.4
    }

    public async Task CleanAsync(User user, CancellationToken cancel)
    {
        if (await choices.AgreeAsync(user.Id, Purposes.Promotion, cancel))
            await letters.SendAsync(user, "Summer", $"It comes. {wayOut.For(user.Id)}", cancel);
    }
}
