using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Accounts;

/// <summary>Who works in the shop, and who does no more: from that day their data is kept as the policy says.</summary>
[Purpose(Purposes.StaffAdministration)]
public sealed class StaffList(ShopContext shop, TimeProvider time, ILogger<StaffList> log)
{
    /// <summary>Those who work here.</summary>
    public Task<List<StaffView>> PresentAsync(CancellationToken cancel) =>
        shop.Staff.Where(member => member.LeftAt == null)
            .OrderBy(member => member.StaffNumber)
            .Select(member => new StaffView
            {
                StaffNumber = member.StaffNumber,
                Name = member.Name,
                SignInName = member.SignInName,
                Role = member.Role,
            })
            .ToListAsync(cancel);

    /// <summary>Ends somebody's employment, and with it their sign-in; false where nobody of that number works here.</summary>
    public async Task<bool> EndAsync(
        [DataCategory(Categories.Employment.StaffNumber)] string staffNumber, CancellationToken cancel)
    {
        var member = await shop.Staff.SingleOrDefaultAsync(
            known => known.StaffNumber == staffNumber && known.LeftAt == null, cancel);
        if (member is null)
            return false;

        member.LeftAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Employment of {StaffId} ended", member.Id);
        return true;
    }
}
