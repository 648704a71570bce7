using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>The short form: code and policy side by side.</summary>
public static class CSharpAnalyzerVerifier<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Code under a policy; every finding is marked, and nothing else is found.</summary>
    /// <param name="source">The code, with markup.</param>
    /// <param name="policy">The policy; its file is <c>policies/shop.policy.yaml</c>.</param>
    /// <param name="messages">Parts of messages that must appear.</param>
    public static Task VerifyAnalyzerAsync(string source, string policy, params string[] messages) =>
        Test(source, policy, messages).RunAsync();

    /// <summary>The same with bindings, in <c>policies/shop.bindings.yaml</c>.</summary>
    public static Task VerifyBoundAsync(string source, string policy, string bindings, params string[] messages)
    {
        var test = Test(source, policy, messages);
        test.TestState.AdditionalFiles.Add(("policies/shop.bindings.yaml", bindings));
        return test.RunAsync();
    }

    /// <summary>The same with models of libraries, in <c>policies/acme.models.yaml</c>.</summary>
    public static Task VerifyModelledAsync(string source, string policy, string models, params string[] messages)
    {
        var test = Test(source, policy, messages);
        test.TestState.AdditionalFiles.Add(("policies/acme.models.yaml", models));
        return test.RunAsync();
    }

    /// <summary>The same against a library, with models in <c>policies/acme.models.yaml</c>, if any.</summary>
    public static Task VerifyAgainstAsync(
        string library, string source, string policy, string? models = null, params string[] messages)
    {
        var test = Test(source, policy, messages);
        test.TestState.Libraries.Add(library);
        if (models is not null)
            test.TestState.AdditionalFiles.Add(("policies/acme.models.yaml", models));
        return test.RunAsync();
    }

    /// <summary>A program of top-level statements.</summary>
    public static Task VerifyProgramAsync(string source, string policy, params string[] messages)
    {
        var test = Test(source, policy, messages);
        test.TestState.IsProgram = true;
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<TAnalyzer> Test(string source, string policy, string[] messages)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer>();
        test.TestState.Sources.Add(("Shop.cs", source));
        test.TestState.AdditionalFiles.Add(("policies/shop.policy.yaml", policy));
        test.Messages.AddRange(messages);
        return test;
    }
}
