using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Sections with nothing below them. <c>[]</c> and <c>{}</c> say on purpose that there is none.</summary>
internal static class EmptySections
{
    /// <summary>Reports each of a file.</summary>
    public static void Report(Fields root, Shape shape, BindingContext context)
    {
        foreach (var section in shape.Keys)
            if (section is Key<SyntaxNode> { Written: not Written.Group }
                && root.Node(section) is ScalarNode { IsMissing: true, IsDamaged: false }
                && !root.MayHideIn(section))
                context.ReportUnread(PolicyRules.MissingPart, root.Place(section),
                    Message.Of("Binding.SectionEmpty", section.Name, section.Summary));
    }
}
