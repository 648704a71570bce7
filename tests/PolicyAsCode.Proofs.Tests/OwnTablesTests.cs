using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.Proofs.Tests;

/// <summary>The run time's own tables know people too: proofs hold a sweep to what the policy says of those.</summary>
public sealed class OwnTablesTests
{
    [Fact]
    public async Task What_is_closed_so_long_must_go()
    {
        var sentences = await FaultsAsync((_, time) => new Other(time, () => Task.CompletedTask));
        Assert.Contains(sentences, said => said.StartsWith("Requests ", StringComparison.Ordinal)
            && said.Contains("is still there, and its time is over: communication.support-request: 3 years", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a legal hold stands on whom it names")]
    [InlineData("its copy can still be fetched")]
    [InlineData("no time of it is over, counted from 2027-02-2")]
    [InlineData("no time of it is over, counted from nothing yet")]
    public async Task What_is_not_over_must_stay(string why)
    {
        var sentences = await FaultsAsync((db, time) => new Other(time, async () =>
            await db.Set<PrivacyRequest>().Where(request => request.ReceivedAt < time.GetUtcNow()).ExecuteDeleteAsync()));
        Assert.Contains(sentences, said => said.Contains($"is gone: {why}", StringComparison.Ordinal));
        Assert.Contains(sentences, said => said.Contains("rows of PrivacyRequest are gone, and the report says 0", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Func<HomesContext, TimeProvider, object> operations)
    {
        await using var proof = await PrivacyProof<HomesContext>.OpenAsync(
            Databases.Sqlite<HomesContext>(options => new(options)), HomesContextPrivacy.Facts, operations);
        await proof.ProveSeedAsync();
        return (await Assert.ThrowsAsync<PrivacyProofException>(() => proof.ProveSweepAsync())).Sentences;
    }

    /// <summary>A sweep that does something else.</summary>
    private sealed class Other(TimeProvider time, Func<Task> sweep) : IRetentionSweep
    {
        public RetentionCalendar Calendar { get; } = RetentionCalendar.In("Asia/Jakarta");

        public async Task<SweepReport> SweepAsync(SweepOptions? options = null, CancellationToken cancel = default)
        {
            if (options?.DryRun != true)
                await sweep();
            return new(time.GetUtcNow(), options?.DryRun == true, []);
        }
    }
}
