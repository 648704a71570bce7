using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.Proofs.Tests.Seeding;

namespace PolicyAsCode.Proofs.Tests;

/// <summary>That a secret cannot be corrected is proved by why, not by whatever else went wrong.</summary>
public sealed class RefusedCorrectionTests
{
    private static readonly PrivacyFacts s_facts = new(
        "shapes", "Asia/Jakarta",
        [
            new(typeof(Member), "customer", true, [],
                [new("customer", [], [new("Login", true, false) { IsSecret = true }], new(1, RetentionUnit.Years), null, RetentionEnd.Erase, [], "LeftAt", "a year after leaving", "shapes:1")]),
        ],
        [typeof(Member)]);

    [Theory]
    [InlineData("Member.Login is not corrected by a request: a secret is changed by whoever knows it, where they sign in.", true)]
    [InlineData("There is nobody with that key among the kind of people 'customer'.", false)]
    [InlineData("There is no personal field 'Member.Login'; there are: Member.Name.First.", false)]
    [InlineData("Member.Login is longer than 4 characters.", false)]
    public async Task A_secret_is_refused_because_it_is_one(string problem, bool isProof)
    {
        await using var proof = await PrivacyProof<ShapesContext>.OpenAsync(
            Databases.Sqlite<ShapesContext>(options => new(options)), s_facts, (_, _) => new Refusing(problem));
        var proving = proof.ProveRectificationAsync(typeof(Member));
        if (isProof)
            await proving;
        else
            Assert.Contains(problem, (await Assert.ThrowsAsync<PrivacyProofException>(() => proving)).Message, StringComparison.Ordinal);
    }

    private sealed class Refusing(string problem) : ISubjectRectification, ISubjectErasure
    {
        public IReadOnlyCollection<string> Subjects => ["customer"];

        public string Canonical(string subject, string subjectId) => subjectId;

        public Task<ErasureReceipt> EraseAsync(
            string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<string>> CorrectAsync(
            string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel) =>
            throw new PrivacyRectificationException([problem]);
    }
}
