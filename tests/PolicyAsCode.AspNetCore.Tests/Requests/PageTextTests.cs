using System.Text.RegularExpressions;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>The words of the pages, in each language.</summary>
public sealed partial class PageTextTests
{
    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_gaps()
    {
        Assert.Equal(["en", "id"], PageCatalog.All.Select(catalog => catalog.Language).Order());
        var english = PageCatalog.Find("en")!;
        foreach (var catalog in PageCatalog.All)
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), catalog.Keys.Order(StringComparer.Ordinal));
            foreach (var key in english.Keys)
                Assert.Equal(Gaps(english[key]), Gaps(catalog[key]));
        }

        foreach (var right in Enum.GetValues<PrivacyRight>())
        {
            Assert.NotEmpty(english[$"About.{right}"]);
            Assert.Equal(right, RightSlugs.Find(RightSlugs.Of(right)));
        }

        foreach (var state in Enum.GetNames<PrivacyRequestState>())
            Assert.NotEmpty(english[$"State.{state}"]);
        Assert.Equal("1 hour", english.Time(new(1, AnswerTimeUnit.Hours)));

        static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Distinct().Order();
    }

    [Fact]
    public void What_is_filled_in_is_text_and_never_markup()
    {
        Html inner = $"<b>{"<i>"}</b>";
        Html outer = $"<p title=\"{"\" onclick=\"x"}\">{inner}{"é & ü"}</p>";
        Assert.Equal("<p title=\"&quot; onclick=&quot;x\"><b>&lt;i&gt;</b>é &amp; ü</p>", outer.ToString());
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
