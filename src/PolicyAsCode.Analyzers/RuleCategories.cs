namespace PolicyAsCode.Analyzers;

/// <summary>The families of rules, as an error list groups them.</summary>
internal static class RuleCategories
{
    internal const string PolicyFiles = "Privacy.PolicyFiles";
    internal const string Declarations = "Privacy.Declarations";
    internal const string Purposes = "Privacy.Purposes";
    internal const string Retention = "Privacy.Retention";
    internal const string Protection = "Privacy.Protection";
    internal const string Tool = "Privacy.Tool";
}
