using System.Security.Claims;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>How the request pages work.</summary>
public sealed class PrivacyRequestPagesOptions
{
    /// <summary>
    /// The language of whoever asks for none that there is, by their browser or by <c>?lang=</c>: <c>en</c> or <c>id</c>. A shop
    /// for Indonesians says <c>id</c>.
    /// </summary>
    public string Language { get; set; } = PageCatalog.English;

    /// <summary>The authorisation policy of staff who serve requests. Without one there are no pages for staff.</summary>
    public string? StaffPolicy { get; set; }

    /// <summary>What a request keeps of who served it; the name identifier without it.</summary>
    public Func<ClaimsPrincipal, string?> StaffName { get; set; } =
        user => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.Identity?.Name;

    /// <summary>
    /// Whether staff serves the people of every tenant. Without it, where an <see cref="IPrivacyTenant"/> is registered,
    /// they see the requests of the tenant they work for, and where that is none, those of none.
    /// </summary>
    public bool StaffSeesEveryTenant { get; set; }

    /// <summary>Whether people without an account give their name beside their address, and both must be right.</summary>
    public bool AskForName { get; set; }

    /// <summary>The purposes that people can object to, restrict or no longer agree to one by one; empty for all at once.</summary>
    public IList<PageWord> Purposes { get; } = [];

    /// <summary>The fields that people can have put right; without any the pages do not offer it.</summary>
    public IList<PageWord> Fields { get; } = [];

    /// <summary>
    /// Rights that another part of the application serves: the pages do not offer them. With the withdrawal of consent the
    /// page of consents goes, too.
    /// </summary>
    public ISet<PrivacyRight> ServedElsewhere { get; } = new HashSet<PrivacyRight>();

    /// <summary>
    /// Whether a request is confirmed as soon as identity is sure: the person is told what comes next and by when. Else
    /// staff confirms it.
    /// </summary>
    public bool ConfirmAtOnce { get; set; } = true;

    /// <summary>The rights that are carried out as soon as they are confirmed, where the policy does not want them weighed.</summary>
    public ISet<PrivacyRight> CarryOutAtOnce { get; } = new HashSet<PrivacyRight>
    {
        PrivacyRight.Access, PrivacyRight.Portability, PrivacyRight.ConsentWithdrawal,
    };

    /// <summary>For how long a browser in which a code was entered shows the request.</summary>
    public TimeSpan ProofLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// What answers to people without an account are rounded up to, so that the time says nothing of whether there is
    /// such a person.
    /// </summary>
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many copies one node writes at a time, each of somebody else.</summary>
    public int CopiesAtOnce { get; set; } = 8;

    /// <summary>For how long a copy is written and sent before the connection is broken off.</summary>
    public TimeSpan CopyTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The window in which calls are counted, for each address or user.</summary>
    public TimeSpan RateWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many forms one address can send in a window.</summary>
    public int PostsPerWindow { get; set; } = 30;

    /// <summary>How many pages one address can read in a window.</summary>
    public int ReadsPerWindow { get; set; } = 300;
}
