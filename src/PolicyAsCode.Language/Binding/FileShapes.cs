using PolicyAsCode.Language.Laws;

namespace PolicyAsCode.Language.Binding;

/// <summary>The keys of each kind of file.</summary>
internal static class FileShapes
{
    /// <summary>The shape of a kind of file; null for one that no shape describes.</summary>
    public static Shape? Of(PolicyFileKind kind) => kind switch
    {
        PolicyFileKind.Policy or PolicyFileKind.Published => PolicyBinder.Shape,
        PolicyFileKind.Bindings => BindingsBinder.Shape,
        PolicyFileKind.Notice => NoticeBinder.Shape,
        PolicyFileKind.Vocabulary or PolicyFileKind.PublishedVocabulary => VocabularyBinder.Shape,
        PolicyFileKind.Tests => TestsBinder.Shape,
        PolicyFileKind.Law => LawBinder.Shape,
        PolicyFileKind.Models => ModelsBinder.Shape,
        _ => null,
    };
}
