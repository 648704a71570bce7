namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Keys of an erased person wait for their grace to be over: the outbox tries again.</summary>
public sealed class SubjectKeysInUseException : InvalidOperationException
{
    internal SubjectKeysInUseException(int keys)
        : base($"{keys} superseded keys are kept until no transaction can be under way that seals by them. Tried again, it "
            + "goes on.")
    {
    }
}
