using System.Text.RegularExpressions;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Outbox;

/// <summary>What people are told, in each language.</summary>
public sealed partial class NoticeTests
{
    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_gaps()
    {
        Assert.Equal(["en", "id"], NoticeCatalog.All.Select(catalog => catalog.Language).Order());
        var english = NoticeCatalog.In("en");
        foreach (var catalog in NoticeCatalog.All)
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), catalog.Keys.Order(StringComparer.Ordinal));
            foreach (var key in english.Keys)
                Assert.Equal(Gaps(english[key]), Gaps(catalog[key]));
        }

        Assert.All(Enum.GetNames<PrivacyRight>(), right => Assert.Contains($"Right.{right}", english.Keys));
        Assert.Same(english, NoticeCatalog.In("fr"));
        Assert.Same(NoticeCatalog.In("id"), NoticeCatalog.In("id-ID"));

        static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Distinct().Order();
    }

    [Fact]
    public async Task An_erasure_in_Indonesian_names_the_right_the_deadline_and_the_receipt()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure) with { Language = "id" });
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        var confirmed = desk.World.Mail.First();
        Assert.Equal("Permintaan Anda telah diterima: Penghapusan data Anda", confirmed.Title);
        Assert.Contains("paling lambat 17 April 2026", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("tidak dapat dibatalkan", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("salinan data Anda", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains(request.Id.ToString(), confirmed.Text, StringComparison.Ordinal);
        var done = desk.World.Mail.Last();
        Assert.Contains("2 catatan dihapus", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_is_told_with_its_reason_and_until_when()
    {
        var writer = new NoticeWriter(DeskRights.Rights, new());
        var request = new PrivacyRequest(Guid.NewGuid(), PrivacyRight.Erasure, "customer", "1") { Language = "en" };
        var rule = new PrivacyRule("Order", PrivacyAction.Kept, [], "transaction.order: at least 10 years (tax law)", ["D-4"], "p:1");
        var receipt = new ErasureReceipt("customer", "1", ErasureOutcome.Erased, Desk.Start, false, [new(rule, 3, new(2036, 3, 4))]);
        var (_, text) = writer.Done(request, RequestReceipt.Of(receipt, []));
        Assert.Contains("- 3 Order, until 4 March 2036: transaction.order: at least 10 years (tax law)", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();
}
