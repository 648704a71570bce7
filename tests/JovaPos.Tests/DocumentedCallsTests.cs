using System.Text.RegularExpressions;
using JovaPos.Data;
using Xunit;

namespace JovaPos.Tests;

/// <summary>What README and docs show of the generated operations can be pasted: the method is there, and so is what its arguments are called.</summary>
public sealed partial class DocumentedCallsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/retention-and-erasure.md")]
    [InlineData("docs/export.md")]
    public void Calls_in_the_pages_are_calls_of_what_is_generated(string page)
    {
        var calls = Call().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)));
        Assert.NotEmpty(calls);
        foreach (Match call in calls)
        {
            var method = typeof(ShopContextPrivacy).GetMethod(call.Groups["method"].Value);
            Assert.True(method is not null, $"{page}: {call.Value}: no such method is generated");
            var parameters = method.GetParameters().Select(parameter => parameter.Name).ToList();
            foreach (Capture named in call.Groups["named"].Captures)
                Assert.True(parameters.Contains(named.Value), $"{page}: {call.Value}: no parameter is called {named.Value}, but {string.Join(", ", parameters)}");
        }
    }

    [GeneratedRegex(@"privacy\.(?<method>\w+)\((?:(?<named>\b[a-z]\w*): |new \w+\([^)]*\)|[^()])*\)")]
    private static partial Regex Call();
}
