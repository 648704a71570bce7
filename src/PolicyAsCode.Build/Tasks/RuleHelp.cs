namespace PolicyAsCode.Build;

/// <summary>Where the page of a rule is.</summary>
internal static class RuleHelp
{
    /// <summary>The page that says what the rule wants, who decides and how to mend a finding.</summary>
    public static string LinkOf(string id) =>
        $"https://github.com/policy-as-code/policy-as-code/blob/main/docs/rules/{id}.md";
}
