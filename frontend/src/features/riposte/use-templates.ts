interface AgreedAnswer {
  id: string;
  name: string;
  first_line: string;
}

/** The templates that are meant for ripostes. */
export function useTemplates(): readonly AgreedAnswer[] {
  return [];
}
