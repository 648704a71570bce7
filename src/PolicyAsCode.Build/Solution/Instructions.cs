using System.Reflection.Metadata;

namespace PolicyAsCode.Build.Solution;

/// <summary>The instructions of a body (ECMA-335, III), one after the other, each with its token where it has one.</summary>
internal ref struct Instructions
{
    private const int Switch = 0x45;
    private const int TwoBytes = 0xFE;

    private BlobReader _body;

    internal Instructions(BlobReader body) => _body = body;

    /// <summary>The operation; those of two bytes begin with <c>0xFE</c>.</summary>
    internal ILOpCode Code { get; private set; }

    /// <summary>Its operand, where it takes one of four bytes; tokens are of that kind.</summary>
    internal int Operand { get; private set; }

    /// <summary>Goes to the next; false behind the last, and where the body is cut off.</summary>
    internal bool Next()
    {
        if (_body.RemainingBytes == 0)
            return false;
        int code = _body.ReadByte();
        if (code == TwoBytes)
        {
            if (_body.RemainingBytes == 0)
                return false;
            code = TwoBytes << 8 | _body.ReadByte();
        }
        Code = (ILOpCode)code;
        Operand = 0;
        var size = SizeOf(code);
        if (_body.RemainingBytes < size)
            return false;
        if (size == 4)
            Operand = _body.ReadInt32();
        else
            _body.Offset += size;
        if (code != Switch)
            return true;
        var targets = (uint)Operand * 4L;
        if (targets > _body.RemainingBytes)
            return false;
        _body.Offset += (int)targets;
        return true;
    }

    private static int SizeOf(int code) => code switch
    {
        // ldarg.s to stloc.s, ldc.i4.s, the short branches, leave.s; unaligned. and no.
        >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE or 0xFE12 or 0xFE19 => 1,
        // ldarg to stloc
        >= 0xFE09 and <= 0xFE0E => 2,
        // ldc.i8, ldc.r8
        0x21 or 0x23 => 8,
        // ldc.i4, ldc.r4, jmp, call, calli, the branches, switch
        0x20 or 0x22 or >= 0x27 and <= 0x29 or >= 0x38 and <= Switch => 4,
        // callvirt to isinst, unbox, ldfld to stobj, box, newarr, ldelema, ldelem, stelem, unbox.any
        >= 0x6F and <= 0x75 or 0x79 or >= 0x7B and <= 0x81 or 0x8C or 0x8D or 0x8F or >= 0xA3 and <= 0xA5 => 4,
        // refanyval, mkrefany, ldtoken, leave; ldftn, ldvirtftn, initobj, constrained., sizeof
        0xC2 or 0xC6 or 0xD0 or 0xDD or 0xFE06 or 0xFE07 or 0xFE15 or 0xFE16 or 0xFE1C => 4,
        _ => 0,
    };
}
