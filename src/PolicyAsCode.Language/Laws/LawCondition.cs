using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>
/// One kind of thing that a law can ask of a policy. There are few kinds, each a class in the folder
/// <c>Conditions</c>, so that a law is a file of data and adding one needs no code.
/// </summary>
internal abstract class LawCondition
{
    /// <summary>The longest time that it gives to answer; null where it sets none.</summary>
    public virtual Duration? Term => null;

    /// <summary>Whether it is asked also of a policy that holds no personal data.</summary>
    public virtual bool IsAskedWithoutData => false;

    /// <summary>Reports where a policy does not do what the law asks.</summary>
    public abstract void Check(LawCheck check);

    /// <summary>Whether it is about what a policy says there, kept or not.</summary>
    public abstract bool BearsOn(Statement statement, PolicyModel policy);
}
