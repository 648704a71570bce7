using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Writes <c>ISubjectErasure</c>: the erasures by the policy's words and by keys as text, for requests.</summary>
internal static class SubjectErasureWriter
{
    public static void Write(IndentedText text, PrivacyPlan plan)
    {
        var subjects = Subjects(plan);
        text.Line("/// <inheritdoc/>");
        text.Line($"public IReadOnlyCollection<string> Subjects {{ get; }} = [{string.Join(", ", subjects.Select(subject => Words.Text(subject.Name)))}];");
        text.Line();
        text.Line("/// <inheritdoc/>");
        text.Line("public string Canonical(string subject, string subjectId)");
        text.Open();
        text.Line("switch (subject)");
        text.Open();
        foreach (var (name, erasures) in subjects)
        {
            // Rows of one hierarchy share their keys, and so the spelling of them.
            var key = new SubjectParameter(erasures[0].Root);
            text.Line($"case {Words.Text(name)}:");
            text.Continue("{", $"    {key.Declared} id = {key.Read("subjectId")};", $"    return {key.Text};", "}");
        }

        text.Line("default:");
        text.Continue("throw SubjectKey.Unknown(subject, Subjects);");
        text.Close();
        text.Close();
        text.Line();
        text.Line("/// <inheritdoc/>");
        text.Line($"public {(subjects.Any(subject => subject.Erasures.Count > 1) ? "async " : "")}Task<ErasureReceipt> EraseAsync(");
        text.Continue("string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default)");
        text.Open();
        text.Line("switch (subject)");
        text.Open();
        var isAsync = subjects.Any(subject => subject.Erasures.Count > 1);
        foreach (var (name, erasures) in subjects)
        {
            text.Line($"case {Words.Text(name)}:");
            if (erasures.Count == 1)
            {
                text.Continue($"return {(isAsync ? "await " : "")}{Call(erasures[0].Root)};");
                continue;
            }

            text.Continue("{");
            text.Continue("    // Rows of one hierarchy share their keys: it is one of them, or nobody.");
            text.Continue($"    var receipt = {"await " + Call(erasures[0].Root)};");
            foreach (var erasure in erasures.Skip(1))
            {
                text.Continue("    if (receipt.Outcome == ErasureOutcome.NothingFound)");
                text.Continue($"        receipt = await {Call(erasure.Root)};");
            }

            text.Continue("    return receipt;", "}");
        }

        text.Line("default:");
        text.Continue("throw SubjectKey.Unknown(subject, Subjects);");
        text.Close();
        text.Close();
        text.Line();

        static string Call(EntityModel root) => $"Erase{root.Name}Async({new SubjectParameter(root).Read("subjectId")}, options, cancel)";
    }

    /// <summary>The subjects by the name that they are asked by; rows of one hierarchy share theirs, as they share their keys.</summary>
    public static List<(string Name, List<ErasurePlan> Erasures)> Subjects(PrivacyPlan plan) =>
        [.. from erasure in plan.Erasures
            group erasure by erasure.Name into named
            select (named.Key, named.ToList())];
}
