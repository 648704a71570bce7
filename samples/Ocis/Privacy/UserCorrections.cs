using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>
/// Puts right what is wrong about somebody. An address is not simply written down: its reader confirms it, as everywhere, and
/// the one before is told. A request that a session alone proves asks for none: it may be somebody else's browser [OCIS-5.2].
/// </summary>
[Purpose(Purposes.RightsHandling)]
public sealed class UserCorrections(OcisContext ocis, OcisContextPrivacy generated, AddressChanges changes) : ISubjectRectification
{
    /// <summary>How requests name the address of an account.</summary>
    public const string Email = $"{nameof(User)}.{nameof(User.Email)}";

    private const string BySession = "signed-in";

    public IReadOnlyCollection<string> ConfirmedFirst => [Email];

    public async Task<IReadOnlyList<string>> CorrectAsync(
        string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel)
    {
        var addresses = corrections.Where(correction => subject == Subjects.User && IsAddress(correction.Field)).ToList();
        if (addresses.Count == 0)
            return await generated.CorrectAsync(subject, subjectId, corrections, cancel);
        if (addresses.Count > 1)
            throw new PrivacyRectificationException([$"{Email} is corrected twice."]);
        if (!await IsProvedAsync(subjectId, cancel))
            throw new PrivacyRectificationException([
                $"{Email} takes more than being signed in: a code from the address on record, or the account's password at PUT /account/email."]);

        // Whatever else is wrong is refused before anybody is written to.
        var changed = await generated.CorrectAsync(subject, subjectId, [.. corrections.Except(addresses)], cancel);
        var user = await ocis.Users.SingleAsync(known => known.Id == Guid.Parse(subjectId), cancel);
        return await changes.AskAsync(user, addresses[0].Value, AddressProof.Request, cancel) switch
        {
            AddressOutcome.Asked => [.. changed, Email],
            AddressOutcome.Same => changed,
            AddressOutcome.Flooded => throw new PrivacyRectificationException([$"{Email}: too many letters went to that address today."]),
            _ => throw new PrivacyRectificationException([$"{Email} is no address that mail can go to."]),
        };
    }

    // Copies write fields as JSON does: user.email; and the generated corrections take a field by its name alone.
    private static bool IsAddress(string field) =>
        field.Equals(Email, StringComparison.OrdinalIgnoreCase) || field.Equals(nameof(User.Email), StringComparison.OrdinalIgnoreCase);

    // The one that runs, in the transaction that is open: whoever calls this otherwise has shown nothing.
    private Task<bool> IsProvedAsync(string subjectId, CancellationToken cancel) => ocis.Set<PrivacyRequest>().AnyAsync(
        request => request.Subject == Subjects.User && request.SubjectId == subjectId && request.Right == PrivacyRight.Rectification
            && request.State == PrivacyRequestState.Running && request.VerifiedBy != null && request.VerifiedBy != BySession,
        cancel);
}
