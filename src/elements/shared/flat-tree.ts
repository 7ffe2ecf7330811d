/** What an element is painted in: its slot, its parent, or the host of the tree it is in; null at the top. */
export function parentInFlatTree(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
