import { Select as LibrarySelect, type SelectProps } from 'antd';
import { useState } from 'react';

type Option = NonNullable<SelectProps['options']>[number];

/**
 * A list to choose from, for every screen. The library closes its own list a task after the choice, and a Tab pressed
 * in between is swallowed; here it closes with the choice itself. A list of several stays open.
 */
export function Select<V = string, O extends Option = Option>(props: SelectProps<V, O>) {
  const { onOpenChange, onSelect, mode } = props;
  const [open, setOpen] = useState(false);
  return (
    <LibrarySelect<V, O>
      {...props}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        onOpenChange?.(next);
      }}
      onSelect={(value, option) => {
        if (mode === undefined) setOpen(false);
        onSelect?.(value, option);
      }}
    />
  );
}
